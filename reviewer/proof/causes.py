"""The offences (案由) that made-up cases are about, with the articles and amounts of the law.

Articles are those of the laws in force since 2023-07-20.  Texts are templates; the fields are
those of `fill`.  Amounts are whole yuan.
"""

from dataclasses import dataclass

from reviewer.model import PartyKind

ROAD_TRANSPORT = "《中华人民共和国道路运输条例》"
HIGHWAY = "《中华人民共和国公路法》"
HIGHWAY_SAFETY = "《公路安全保护条例》"
OVERLOAD_RULES = "《超限运输车辆行驶公路管理规定》"

_OPERATORS = (PartyKind.ORGANISATION, PartyKind.INDIVIDUAL_BUSINESS)


@dataclass(frozen=True, slots=True)
class Offence:
    """One offence: what was done, what forbids it, what it costs."""

    key: str
    cause: str
    """The 案由 without 案."""
    parties: tuple[PartyKind, ...]
    """Whom the article punishes (K20)."""
    duty: str
    penalty: str
    duty_text: str
    penalty_text: str
    fines: tuple[int, ...]
    """Lawful fines of the middle band, ascending."""
    band: tuple[str, str]
    """Degree and range of the benchmark (裁量基准)."""
    order: str
    """What the party is told to put right."""
    seen: str
    """What the officers saw, in one sentence with {plate}, {driver} and {place}."""
    details: tuple[str, ...]
    """Further facts for the records and the decision."""
    questions: tuple[tuple[str, str], ...]
    """Questions and answers of the inquiry on the facts."""
    recheck: str
    """What the recheck found."""
    harm: str
    """Why it is forbidden, for the paragraph that educates (处罚与教育相结合)."""
    vehicle_type: str = "重型货车"
    """Empty when no vehicle is concerned."""
    stop: str = "改正违法行为"
    """What the penal article orders beside the fine."""
    correction_days: int = 10
    """Calendar days that the order to correct gives."""
    overload: bool = False
    monitored: bool = False
    """Whether it was found by technical monitoring (电子技术监控)."""
    least: int = 0
    most: int = 5000
    """The range of the law in yuan; 0 when there is no least fine."""
    small: tuple[int, ...] = ()
    """Fines of the summary procedure for a person; empty when it is not used for the offence."""
    old_penalty: str = ""
    """Where the law before 2023-07-20 had the penalty."""
    seen_long_ago: str = ""
    """`seen` for an act that the inspection of papers brought to light."""

    @property
    def vehicle(self) -> bool:
        """Return whether the offence was committed with a vehicle."""
        return bool(self.vehicle_type)


REFIT = Offence(
    key="refit",
    least=5000,
    most=20000,
    old_penalty=f"{ROAD_TRANSPORT}第七十条第二款",
    vehicle_type="重型栏板货车",
    cause="擅自改装已取得车辆营运证的车辆",
    parties=_OPERATORS,
    duty=f"{ROAD_TRANSPORT}第三十条",
    penalty=f"{ROAD_TRANSPORT}第六十九条第二款",
    duty_text="客运经营者、货运经营者应当加强对车辆的维护和检测，确保车辆符合国家规定的技术标准；"
    "不得使用报废的、擅自改装的和其他不符合国家规定的车辆从事道路运输经营",
    penalty_text="客运经营者、货运经营者擅自改装已取得车辆营运证的车辆的，由县级以上地方人民政府"
    "交通运输主管部门责令改正，处5000元以上2万元以下的罚款",
    fines=(6000, 7000, 8000, 9000),
    band=("一般", "5000元以上1万元以下罚款"),
    order="拆除擅自加高的货厢栏板，恢复车辆原状",
    seen="{driver}驾驶号牌为{plate}的重型栏板货车行驶至{place}，该车货厢栏板明显高于行驶证照片，"
    "栏板上沿焊接有加高钢板",
    details=(
        "经现场测量，该车货厢栏板高度为1180毫米，道路运输证及行驶证登记的栏板高度为600毫米，"
        "实际高出580毫米",
        "该车已取得车辆营运证，经营范围为道路普通货物运输，车辆技术档案中没有变更登记记录",
    ),
    questions=(
        (
            "该车货厢栏板是谁改装的？什么时间改装的？",
            "是公司为了多装煤炭，去年底在路边修理铺焊接加高的。",
        ),
        ("改装前是否向车辆登记机关和交通运输主管部门办理变更手续？", "没有办理，不知道要办手续。"),
        ("经测量栏板高度为1180毫米，登记高度为600毫米，你是否有异议？", "没有异议，测量时我在场。"),
    ),
    recheck="加高部分已全部割除，货厢栏板高度为600毫米，与登记高度一致",
    harm="擅自改装货运车辆改变车辆重心和制动性能，容易引发侧翻、追尾等事故，危及公共安全",
)

UNLICENSED = Offence(
    key="unlicensed",
    least=3000,
    most=10000,
    seen_long_ago="{driver}驾驶号牌为{plate}的重型仓栅式货车，在{place}为货主有偿运输袋装化肥，未取得"
    "道路运输经营许可，执法人员于{found}核查货运单据时发现",
    stop="停止经营",
    vehicle_type="重型仓栅式货车",
    cause="未取得道路运输经营许可，擅自从事道路普通货物运输经营",
    parties=(PartyKind.PERSON,),
    duty=f"{ROAD_TRANSPORT}第二十四条第一款第（一）项",
    penalty=f"{ROAD_TRANSPORT}第六十三条第（一）项",
    duty_text="申请从事货运经营的，应当依法向市场监督管理部门办理有关登记手续后，按照规定提出申请"
    "并提交相关材料；从事危险货物运输经营以外的货运经营的，向县级人民政府交通运输主管部门提出申请",
    penalty_text="未取得道路运输经营许可，擅自从事道路普通货物运输经营，没有违法所得或者违法所得不足"
    "1万元的，由县级以上地方人民政府交通运输主管部门责令停止经营，处3000元以上1万元以下的罚款",
    fines=(3500, 4000, 5000, 6000),
    band=("一般", "3000元以上6000元以下罚款"),
    order="停止道路普通货物运输经营活动，依法取得许可后方可经营",
    seen="{driver}驾驶号牌为{plate}的重型仓栅式货车（总质量18000千克）行驶至{place}，车上装载袋装化肥，"
    "驾驶人不能出示道路运输经营许可证和车辆营运证",
    details=(
        "经查询道路运政管理信息平台，当事人未取得道路运输经营许可，该车未取得车辆营运证",
        "当事人受货主雇请运输化肥320袋，约定运费600元，被查获时运费尚未收取，没有违法所得",
    ),
    questions=(
        (
            "你是否取得道路运输经营许可证，该车是否取得车辆营运证？",
            "都没有，车是今年从别人手里买的。",
        ),
        (
            "这趟货从哪里运到哪里？运费是多少？",
            "从青禾区农资市场运到石坝区，说好六百元，货到付款，现在一分钱没有收到。",
        ),
        ("此前是否用该车从事过货物运输？", "以前只拉自家的东西，拉别人的货这是第一次。"),
    ),
    recheck="当事人已停止货物运输经营，并向青禾区行政审批服务局提交道路货物运输经营许可申请材料",
    harm="无证经营使车辆和人员脱离行业安全监管，扰乱运输市场秩序，损害合法经营者的权益",
)

MAINTENANCE = Offence(
    key="maintenance",
    least=1000,
    most=5000,
    old_penalty=f"{ROAD_TRANSPORT}第七十条第一款",
    vehicle_type="重型半挂牵引车",
    cause="不按规定维护和检测运输车辆",
    parties=_OPERATORS,
    duty=f"{ROAD_TRANSPORT}第三十条",
    penalty=f"{ROAD_TRANSPORT}第六十九条第一款",
    duty_text=REFIT.duty_text,
    penalty_text="客运经营者、货运经营者不按规定维护和检测运输车辆的，由县级以上地方人民政府交通运输"
    "主管部门责令改正，处1000元以上5000元以下的罚款",
    fines=(1500, 2000, 2500, 3000),
    band=("一般", "1000元以上3000元以下罚款"),
    order="按照规定周期完成车辆检验检测和维护，未经检测合格不得投入营运",
    seen="{driver}驾驶号牌为{plate}的重型半挂牵引车行驶至{place}，车辆营运证“技术等级评定”栏记载的"
    "检验检测有效期已届满三个月以上",
    details=(
        "经查询检验检测信息平台，该车在有效期届满后没有新的综合性能检验检测记录",
        "经查阅车辆技术档案，最近一次二级维护记录距检查之日已超过规定的维护周期",
    ),
    questions=(
        ("该车最近一次检验检测和维护是什么时候做的？", "去年做的，今年一直在外地跑，没有顾上。"),
        ("单位是否建立车辆技术档案和维护计划？", "有档案，维护计划没有按时间落实。"),
        ("有效期届满后该车是否继续从事货物运输？", "是的，一直在跑，没有停运。"),
    ),
    recheck="该车已经检验检测机构检测合格，二级维护已完成，记录存入车辆技术档案",
    harm="车辆不按期维护检测，制动、转向等安全部件隐患不能及时发现，危及驾驶人和公众的生命安全",
)

ROAD_DAMAGE = Offence(
    key="road_damage",
    small=(50, 100, 150, 200),
    stop="停止违法行为",
    cause="损坏、污染公路路面",
    parties=(PartyKind.PERSON, PartyKind.ORGANISATION),
    duty=f"{HIGHWAY}第四十六条",
    penalty=f"{HIGHWAY}第七十七条",
    duty_text="任何单位和个人不得在公路上及公路用地范围内摆摊设点、堆放物品、倾倒垃圾、设置障碍、"
    "挖沟引水、利用公路边沟排放污物或者进行其他损坏、污染公路和影响公路畅通的活动",
    penalty_text="违反本法第四十六条的规定，造成公路路面损坏、污染或者影响公路畅通的，由交通主管部门"
    "责令停止违法行为，可以处五千元以下的罚款",
    fines=(1500, 2000, 2500, 3000),
    band=("一般", "1000元以上3000元以下罚款"),
    order="停止在公路上拌合砂浆，清除路面残留物，恢复路面整洁",
    seen="当事人在{place}的公路路面上堆放河沙、水泥并拌合砂浆，占用行车道右侧，砂浆残渣附着于沥青路面",
    details=(
        "经现场丈量，堆放和拌合砂浆污染路面长12.6米、宽2.1米，污染面积26.46平方米",
        "堆放地点没有设置警示标志，当事人未办理任何涉路施工许可手续",
    ),
    questions=(
        (
            "公路上的河沙、水泥是谁堆放的？作什么用？",
            "是我们为修院墙堆的，图近便，就在路边拌了砂浆。",
        ),
        ("在公路上堆放物料和拌合砂浆是否经过批准？", "没有，以为占一点路边不要紧。"),
        ("污染路面长12.6米、宽2.1米，你对丈量结果有无异议？", "没有异议，丈量时我在现场。"),
    ),
    recheck="路面物料已全部清运，砂浆残渣已铲除并冲洗，路面恢复整洁，行车道畅通",
    harm="在公路上堆放物料、拌合砂浆会损害路面结构，缩减有效路幅，极易引发交通事故",
    vehicle_type="",
)

SPILL = Offence(
    key="spill",
    small=(100, 150, 200),
    vehicle_type="重型自卸货车",
    cause="车辆装载物掉落、遗洒造成公路路面污染",
    parties=(PartyKind.ORGANISATION, PartyKind.INDIVIDUAL_BUSINESS, PartyKind.PERSON),
    duty=f"{HIGHWAY_SAFETY}第四十三条第一款",
    penalty=f"{HIGHWAY_SAFETY}第六十九条",
    duty_text="车辆应当规范装载，装载物不得触地拖行。车辆装载物易掉落、遗洒或者飘散的，应当采取厢式"
    "密闭等有效防护措施方可在公路上行驶",
    penalty_text="车辆装载物触地拖行、掉落、遗洒或者飘散，造成公路路面损坏、污染的，由公路管理机构责令"
    "改正，处5000元以下的罚款",
    fines=(1000, 1200, 1500, 2000),
    band=("一般", "1000元以上2000元以下罚款"),
    order="清除遗洒的砂石，对装载物采取密闭防护措施后方可上路行驶",
    seen="{driver}驾驶号牌为{plate}的重型自卸货车行驶至{place}，所载砂石未苫盖，沿途遗洒于公路路面",
    details=(
        "经现场勘查，遗洒砂石沿行车方向断续长约180米，污染路面面积约54平方米",
        "该车货厢后栏板锁扣变形，未采取厢式密闭或者苫盖等有效防护措施",
    ),
    questions=(
        ("车上装的是什么货物？从哪里运往哪里？", "装的是砂石，从石坝砂场运往青禾区工地。"),
        ("为什么没有苫盖？是否知道沿途遗洒？", "赶时间没有盖篷布，在后视镜里看到掉了一些。"),
        ("遗洒长度约180米、面积约54平方米，你是否认可？", "认可。"),
    ),
    recheck="遗洒砂石已清扫干净，后栏板锁扣已修复，车辆加装了自动密闭篷布",
    harm="装载物遗洒污染路面、遮挡标线，后方车辆避让不及容易酿成事故",
)

OVERLOAD = Offence(
    key="overload",
    most=30000,
    vehicle_type="重型半挂牵引车",
    correction_days=3,
    cause="违法超限运输",
    parties=(PartyKind.ORGANISATION, PartyKind.INDIVIDUAL_BUSINESS),
    duty=f"{HIGHWAY_SAFETY}第三十三条第一款",
    penalty=f"{HIGHWAY_SAFETY}第六十四条",
    duty_text="超过公路、公路桥梁、公路隧道限载、限高、限宽、限长标准的车辆，不得在公路、公路桥梁或者"
    "公路隧道行驶",
    penalty_text="在公路上行驶的车辆，车货总体的外廓尺寸、轴荷或者总质量超过公路、公路桥梁、公路隧道、"
    f"汽车渡船限定标准的，由公路管理机构责令改正，可以处3万元以下的罚款；{OVERLOAD_RULES}第四十三条"
    "规定，车货总质量超过限定标准1000千克的，每超1000千克罚款500元，最高不得超过30000元",
    fines=(2500, 3000, 3500, 4500),
    band=("一般", "每超1000千克罚款500元"),
    order="卸载超限部分的货物，经复检合格后方可上路行驶",
    seen="{driver}驾驶号牌为{plate}的六轴重型半挂列车行驶至{place}，车上装载煤炭，经动态预检疑似超限，"
    "被引导至固定超限检测站检测",
    details=(
        "经静态称重检测，该车车货总质量为{gross}千克，六轴汽车列车限定标准为{limit}千克，超限{over}千克",
        "驾驶人不能出示超限运输车辆通行证，所载煤炭为可解体货物",
    ),
    questions=(
        (
            "这车煤炭从哪里装车，由谁安排装载？",
            "从北山煤场装的，是公司调度安排的，磅单上写的就是这个重量。",
        ),
        ("是否办理超限运输车辆通行证？", "没有，煤炭是散货，办不了通行证。"),
        ("检测结果为{gross}千克，超限{over}千克，你对检测结果有无异议？", "没有异议。"),
    ),
    recheck="当事人已自行卸载超限货物，复检车货总质量为48600千克，符合限定标准",
    harm="违法超限运输损毁公路和桥梁，缩短公路使用寿命，并严重影响车辆制动，极易引发事故",
    overload=True,
)

LIMIT = 49000
"""What six axles may weigh, in kg (K14)."""
FIVE_AXLES = 43000


def overload_of(fine: int) -> tuple[int, int]:
    """Return gross and excess weight in kg whose overload fine is `fine` under every rounding.

    A whole number of tonnes: the rule does not say whether a part of a tonne counts (K13).
    """
    over = fine // 500 * 1000
    return LIMIT + over, over
