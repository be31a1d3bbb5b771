"""What further documents give of money, law and measuring, beside the tables of `tables`.

A key that a table already takes is only taken from here when that table finds nothing.
"""

from reviewer.reading.extract.measuring import (
    CALIBRATION,
    ELECTRONIC,
    MEASURED,
    REVIEWED,
    TOLD_MEASURED,
    WEIGHTS,
)
from reviewer.reading.extract.sanctions import (
    CIRCUMSTANCES,
    CITED,
    CORRECTION_DAYS,
    CRIMES,
    EDUCATION,
    GROUNDS,
    OTHER_PENALTY,
    PROCEEDS,
    REFUSED,
)
from reviewer.reading.extract.shared import plates
from reviewer.reading.extract.take import Take
from reviewer.reading.signing import receipt_date

_JUDGES = (*CITED, *CIRCUMSTANCES, *PROCEEDS, *CRIMES, *WEIGHTS, *ELECTRONIC)
_TELLS = (*WEIGHTS, *ELECTRONIC, *CALIBRATION, *TOLD_MEASURED)
_ORDER = (*CORRECTION_DAYS, Take("correction_served_date", receipt_date()))
MORE: dict[str, tuple[Take, ...]] = {
    "DT04": (*ELECTRONIC, *WEIGHTS),
    "DT05": (*WEIGHTS, *ELECTRONIC),
    "DT06": (*_TELLS, *CRIMES, *EDUCATION, *REFUSED),
    "DT07": (*WEIGHTS, *PROCEEDS[:1], *CRIMES, *EDUCATION),
    "DT08": (*_TELLS, *REFUSED),
    "DT13": (
        *WEIGHTS,
        *CALIBRATION,
        *MEASURED,
        *ELECTRONIC,
        Take("plate", plates, many=True),
    ),
    "DT19": (*CITED, *_ORDER, *EDUCATION),
    "DT20": (*WEIGHTS, *REFUSED),
    "DT21": EDUCATION,
    "DT23": (*_JUDGES, *EDUCATION, *TOLD_MEASURED, *CALIBRATION),
    "DT24": (*CIRCUMSTANCES, *CRIMES),
    "DT25": (*CIRCUMSTANCES, *CRIMES),
    "DT26": _JUDGES,
    "DT34": (*_JUDGES, *EDUCATION),
    "DT35": (*_JUDGES, *EDUCATION, *OTHER_PENALTY),
    "DT36": (*_JUDGES, *EDUCATION, *GROUNDS),
    "DT52": EDUCATION,
    "DT58": (*ELECTRONIC, *CALIBRATION, *TOLD_MEASURED, *REVIEWED),
    "DT59": CIRCUMSTANCES,
    "DT60": (*ELECTRONIC, *CALIBRATION),
}
"""By document type; a type that is not listed gives nothing more."""
