"""All offences of made-up cases; the less usual ones stand here in full."""

from dataclasses import replace

from reviewer.model import PartyKind
from reviewer.proof.causes import (
    MAINTENANCE,
    OVERLOAD,
    REFIT,
    ROAD_DAMAGE,
    ROAD_TRANSPORT,
    SPILL,
    UNLICENSED,
    Offence,
)

MONITORED = replace(
    OVERLOAD,
    key="monitored",
    monitored=True,
    seen="号牌为{plate}的六轴重型半挂列车行驶至{place}，装载煤炭，设在该处的公路超限运输电子技术监控设备"
    "记录该车车货总质量超过限定标准，驾驶人为{driver}",
    details=(
        "经设置在该处的动态称重电子技术监控设备检测，该车车货总质量为{gross}千克，六轴汽车列车限定标准为"
        "{limit}千克，超限{over}千克",
        "经查询，该车所载煤炭为可解体货物，未办理超限运输车辆通行证；该监控设备设置地点已于上年向社会公布",
    ),
)

UNFILED = Offence(
    key="unfiled",
    cause="从事机动车维修经营业务未按规定进行备案，拒不改正",
    parties=(PartyKind.ORGANISATION, PartyKind.INDIVIDUAL_BUSINESS),
    duty=f"{ROAD_TRANSPORT}第三十九条第二款",
    penalty=f"{ROAD_TRANSPORT}第六十五条第四款",
    duty_text="从事机动车维修经营业务的，应当在依法向市场监督管理部门办理有关登记手续后，向所在地县级人民"
    "政府交通运输主管部门进行备案，并附送符合规定条件的相关材料",
    penalty_text="从事机动车维修经营业务，未按规定进行备案的，由县级以上地方人民政府交通运输主管部门责令"
    "改正；拒不改正的，处3000元以上1万元以下的罚款",
    fines=(3500, 4000, 5000, 6000),
    band=("一般", "3000元以上6000元以下罚款"),
    order="向青禾区交通运输局办理机动车维修经营备案",
    seen="当事人在{place}的经营场所从事机动车维修经营，现场正在更换车辆制动片，{driver}不能提供机动车维修"
    "经营备案材料",
    details=(
        "经查询机动车维修备案管理平台，没有当事人的维修经营备案记录",
        "经营场所设有维修工位3个，墙上张贴维修项目价目表",
    ),
    questions=(
        ("维修经营从什么时候开始的？是否办理备案？", "开了有半年了，没有办理备案。"),
        ("是否知道从事维修经营应当备案？", "听说过，一直没有去办。"),
        ("现要求限期办理备案，你是否明白？", "明白。"),
    ),
    recheck="当事人仍在从事机动车维修经营，期限届满仍未办理备案，拒不改正",
    harm="维修经营不备案，使维修质量和安全生产条件脱离行业监管，损害车主的合法权益",
    vehicle_type="",
    least=3000,
    most=10000,
    correction_days=10,
)

DRIVER = Offence(
    key="driver",
    cause="不符合规定条件的人员驾驶道路运输经营车辆",
    parties=(PartyKind.PERSON,),
    duty=f"{ROAD_TRANSPORT}第二十二条",
    penalty=f"{ROAD_TRANSPORT}第六十四条",
    duty_text="从事货运经营的驾驶人员，应当取得相应的机动车驾驶证，年龄不超过60周岁，经设区的市级人民政府"
    "交通运输主管部门对有关货运法律法规、机动车维修和货物装载保管基本知识考试合格",
    penalty_text="不符合本条例第九条、第二十二条规定条件的人员驾驶道路运输经营车辆的，由县级以上地方人民"
    "政府交通运输主管部门责令改正，处200元以上2000元以下的罚款",
    fines=(500, 600, 800, 1000),
    band=("一般", "200元以上1000元以下罚款"),
    order="停止驾驶道路运输经营车辆，取得货运驾驶员从业资格后方可上岗",
    seen="{driver}驾驶号牌为{plate}的重型半挂牵引车从事货物运输，行驶至{place}，不能出示道路货物运输驾驶员"
    "从业资格证",
    details=(
        "经查询从业人员信息管理平台，{driver}没有经营性道路货物运输驾驶员从业资格记录",
        "该车总质量40000千克，持有有效的车辆营运证",
    ),
    questions=(
        ("你是否取得道路货物运输驾驶员从业资格证？", "没有，报了名还没有考试。"),
        ("这趟车是给谁开的？开了多长时间？", "替亲戚开的，开了不到一个月。"),
        ("车上装载的是什么货物？", "建材，从石坝区运到临河区。"),
    ),
    recheck="当事人已停止驾驶道路运输经营车辆，并提交从业资格考试报名材料",
    harm="未经考试合格的人员驾驶营运货车，对货物装载和车辆性能缺乏了解，容易酿成事故",
    vehicle_type="重型半挂牵引车",
    least=200,
    most=2000,
)

OFFENCES: tuple[Offence, ...] = (
    REFIT,
    UNLICENSED,
    MAINTENANCE,
    ROAD_DAMAGE,
    SPILL,
    OVERLOAD,
    MONITORED,
    UNFILED,
    DRIVER,
)


def offence_of(key: str) -> Offence:
    """Return the offence of this key.

    Raises:
        KeyError: there is none.
    """
    return {one.key: one for one in OFFENCES}[key]
