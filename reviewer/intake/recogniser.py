"""The two models of text recognition: where lines are, and what a line says.

Runs in a worker process.  The models lie inside the installed wheel and are named by path, so
that nothing is ever fetched; one processor core each.
"""

import logging
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import rapidocr
from rapidocr.ch_ppocr_det import TextDetector
from rapidocr.ch_ppocr_rec import TextRecognizer

from reviewer.intake.images import Pixels
from reviewer.intake.line_size import HEIGHT, evened
from reviewer.intake.ocr_settings import DETECT_MOST, DETECT_SIDE

_LINE = [3, HEIGHT, 64]
"""Channels, height and least width of a line as the model gets it.  The library pads every line
to 320: narrow cells of forms take 2.6 times as long so, for the same text (measured)."""
_A4 = 2339
"""Pixels of the longer side of an A4 page at 200 dpi."""
_BLANK = 0
"""Of the model's alphabet: no character."""
_MODELS = Path(rapidocr.__file__).parent / "models"
_DETECTION = "PP-OCRv6_det_small.onnx"
_RECOGNITION = "PP-OCRv6_rec_small.onnx"

Quad = npt.NDArray[np.float32]
"""Four corners in pixels: top left, top right, bottom right, bottom left."""


class Recogniser:
    """The two models.  Loading takes about a second and 200 MB."""

    def __init__(self, detect_side: int = DETECT_SIDE) -> None:
        self._side = detect_side
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        cv2.setNumThreads(1)
        settings = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.model_path": str(_MODELS / _DETECTION),
                "Det.limit_type": "max",
                "Det.limit_side_len": detect_side,
                "Rec.model_path": str(_MODELS / _RECOGNITION),
                "Rec.rec_img_shape": _LINE,
            }
        ).cfg
        for part in (settings.Det, settings.Rec):
            part.engine_cfg = settings.EngineConfig.onnxruntime
            part.font_path = None
        self._detector = TextDetector(settings.Det)
        # Lists of Python's numbers would have every pixel reckoned in double precision.
        self._detector.mean = np.array(self._detector.mean, dtype=np.float32)
        self._detector.std = np.array(self._detector.std, dtype=np.float32)
        self._recognizer = TextRecognizer(settings.Rec)
        self._alphabet: list[str] = self._recognizer.postprocess_op.character

    def detect(self, image: Pixels) -> list[Quad]:
        """Return the corners of every line of text."""
        grown = self._side * max(image.shape[:2]) // _A4
        self._detector.limit_side_len = min(max(grown, self._side), DETECT_MOST)
        found = self._detector(image).boxes
        return [] if found is None else [np.asarray(quad, dtype=np.float32) for quad in found]

    def recognise(self, crops: list[Pixels]) -> list[tuple[str, list[float]]]:
        """Return text and confidence of each character, 0–1, for each picture of a line.

        One line at a time: six cost 30 % more time and 2.5 times the memory (measured).
        """
        return [self._read(crop) for crop in crops]

    def _read(self, crop: Pixels) -> tuple[str, list[float]]:
        line = evened(crop)
        height, width = line.shape[:2]
        shape = max(_LINE[2] / HEIGHT, width / height)
        picture = self._recognizer.resize_norm_img(line, shape)[np.newaxis]
        return decoded(self._recognizer.session(picture)[0], self._alphabet)


def decoded(chances: npt.NDArray[np.float32], alphabet: list[str]) -> tuple[str, list[float]]:
    """Return text and confidences from the chance of every character in every column.

    The library's own way looks through the 18,710 chances of a column twice, and sorts the
    characters into words that nobody asks for.
    """
    best = chances.argmax(axis=1)
    # The same character in the next column is the same one; two are parted by a blank.
    begins = np.concatenate(([True], best[1:] != best[:-1]))
    columns = np.flatnonzero(begins & (best != _BLANK))
    text = "".join(alphabet[best[column]] for column in columns)
    certainty = [float(chances[column, best[column]]) for column in columns]
    # A few symbols of the model's alphabet are longer than one character.
    if len(certainty) != len(text):
        certainty = [sum(certainty) / len(certainty)] * len(text)
    return text, certainty
