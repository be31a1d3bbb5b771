"""Names of people and of organisations, as far as their shape tells.

In running text a name must begin with a known family name; behind a label its shape is enough.
"""

import re
from collections.abc import Iterator

from reviewer.model import PartyKind
from reviewer.reading.labels import field_of
from reviewer.reading.strips import Strip

_COMPOUND = (
    "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|宇文|长孙|拓跋|完颜|呼延|闻人|申屠|濮阳|淳于|澹台|公冶|公羊|赫连|轩辕|钟离|鲜于|闾丘|司空|亓官|"
    "万俟|南宫|独孤|谷梁|端木|宰父|梁丘|段干|巫马|乐正|漆雕|公西|颛孙|纳兰|叶赫|耶律|贺兰|太史|仲孙|左丘|东郭|西门"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施"
    "文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷"
    "常傅洪赖丘"
    "盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷"
    "晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆"
    "乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平"
    "计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿母裘亓杭肖哈撒铁者纳妥虎剪尉逄仉竺揭糜亢逯钮"
    "嵇濮隗郗昝仵笪庹訾郄佴缑郏璩蓟荀宓郦庾谯覃蔚逄撖郇麴亶禚鄯笮迮郜綦"
    "操綦萧湛贝茅危昝於嵇荀隗宓郗钭戎韶蓟邰莘濮郏茹宦庾暨殳訾蒯桓檀郄呙鄞庹蹇俸贡璩郦酆贲羿汲邴宿缑佴笪谯闾隽卞厍"
    "阎凡羌滑昌凤秋仰暴束宿咸苍寿习禄沃隆勾巢桓郅苴眭菅矫慈展战亢代冯龚褟闪粘巨虢芈苌茌雒弋卯由邴郤璩濮殳晁歹仰"
    "富诸夔融毋乜贠郐昃幺铉揣泮蒿甯衷钦"
    "邝芶仵植禤冼麴衡汝郸鞏宾佘幸覃蔚慎扆爨妫阴鱼敬税郇亶僧蹤"
)
_COMMON = SURNAMES[: SURNAMES.index("乐")]
"""A name run into another is known by its family name; 阿, 巴 or 扎 go on a long name."""
_SOUNDS = (
    "阿巴扎卓旦旺堆措姆桑珠顿尼玛瓦洛杰嘉琼丹增曲珍央坚赞占班觉索朗诺布乌云其木格娜仁苏萨呼吉勒额敖登高娃雅琪"
    "斯钦朝鲁嘎毕力哈森宝音特尔图拉敦德日夫古丽买提艾合孜热依吐逊吾兰库努曼别克叶加守帕沙迪亚麦赛伊欣穆罕默塔莎满"
    "达那顺恩和孟根青道奥都楞扣霍琴花白山热孜汗江卡西多才让牧吾甫比什惹牛土马伍各卜杜"
)
"""Characters that Mongolian, Tibetan, Uyghur, Kazakh and Yi names are written with."""
_SPELT = f"[{_SOUNDS}]{{5,15}}"
"""A name written by its sound; nothing else is a run of so many of these characters."""
_LONG = re.compile(r"[\u4e00-\u9fa5]{5,15}")
_LARGELY = 0.75
_GIVEN = 2
"""Characters of most given names."""
_AND = re.compile("[\u4e00-\u9fa5]{0,4}[布孟蒙]和")
"""孟和, 额尔敦布和: here 和 is no “and”."""
_HAN = "(?:(?![执证号的是在和与及或被将把为对身])[\u4e00-\u9fa5])"
"""A character that a name may hold."""
_DOTTED = rf"{_HAN}{{1,8}}(?:·{_HAN}{{1,8}}){{1,3}}"
_HARMONY = rf"[{SURNAMES}]和{_HAN}?|[{SURNAMES}]{_HAN}和(?![\u4e00-\u9fa5])"
"""张和平, 苏和, 王永和: behind a family name alone, or where nobody follows, 和 is no “and”."""
_ME = rf"(?<![什这那怎多要])么{_HAN}{{1,2}}"
"""么春雨: a family name, but for 什么 and 怎么."""
PERSON = (
    rf"(?:{_SPELT}|{_ME}|(?:{_COMPOUND}){_HAN}{{1,2}}|{_HARMONY}|"
    rf"[{SURNAMES}]{_HAN}{{1,2}}|{_DOTTED})"
)
_PERSON = re.compile(PERSON)
_SHAPE = re.compile(rf"{_HAN}{{2,4}}|{_DOTTED}")
_NOT_NAME = re.compile(
    r"[的是于在了与及和或各本该此将被把为不无未已没吗吧呢这怎哪谁拿]|.么|人员|签名|执法|证件|年月|月日|同意|意见|单位|负责|姓名|"
    r"许可|公路|路面|车辆|查明|陈述|申辩|听证|案$|人$|调查|承办|办案|经办|主办|协办|稽查|勘验|复查|审核|"
    r"当事|记录|检查|询问|送达|日期|时间|交通|运输|公司|大队|支队|中队|处罚|以上|情况|签字|盖章|编号|证号|某|车场|身份|元整|"
    r"告书$|[通告]知书$|定书$|见书$|请书$|回证|回避|申请|请求|告知|义务|属实|无误|"
    r"整改|催告|依法|引导|出示|来意|熄火|纪律|清楚|正确|合法|适当|口头|"
    r"^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]交.?$|^([说讲谈看想问听])\1"
)
_FORM_WORDS = frozenset(
    re.findall(
        r"\S+",
        "时间 时刻 时限 时段 方式 方法 方位 方向 平方 单位 单独 单号 单价 路段 路口 "
        "路面 路线 路政 高度 高速 高架 金额 成立 成员 成交 文号 文书 文件 文字 文化 "
        "车辆 车牌 车型 车主 车货 常务 常住 全部 全程 全国 全称 全体 全重 权利 权限 "
        "安全 安排 应当 应急 强制 通知 通过 通报 通行 水路 水运 水务 国道 国家 国籍 "
        "省道 原状 原因 原件 原文 支付 支队 支行 计算 计划 段落 于是 于此 查封 查处 "
        "查明 查阅 查验 查获 查扣 查询 查看 查实 查证 查核 管理 管辖 简易 简要 封面 封条 "
        "党组 党委 司机 司法 门牌 宣读 车上 车顶 车内 车厢 车身 车载 车况 "
        "宣告 和解 印章 经办 相关 相符 项目 明确 明显 明细 满载 温度 石料 沙石 金属 "
        "钢材 商品 商户 花园 麦田 房屋 双方 双向 左侧 左右 右侧 东侧 南侧 西侧 东方 "
        "闻讯 包括 包装 顾客 充分 习惯 常见 常用 全程录像 终结 终止 容量 容积 容许 白天 "
        "黑色 黄色 蓝色 白色 红色 广告 广场 权属 平台 平均 向其 向我 向你 向本 后果 "
        "后续 后附 应予 应于 应向 应依 符合 连同 连续 连带 解除 解释 解决 席位 班组 "
        "班次 班线 线路 客运 货运 货物 货车 客车 燕尾 冷藏 冷链 宗旨 宗卷 卷宗 案卷 "
        "案由 案件 案号 柴油 汽油 甘肃 宁夏 江苏 江西 湖南 湖北 云南 贵州 广东 广西 "
        "河北 河南 海南 山东 山西 安徽 四川 陕西 吉林 辽宁 青海 福建 浙江 上海 北京 "
        "陈述 事实 主体 内容 企业 使用 签发 船方 完成 项目部 目部 "
        "天津 重庆 新疆 西藏 章程 卫生 乐意 别名 年龄 民族 性别 住址 地址 职务 职业 "
        "学历 籍贯 申辩 申述 申诉 备注 附件 页码 页次 目录 序号 列席 出席 合计 大写 小写 ",
    )
)
"""Words that forms and records print and that look like names with a family name."""
_PARTICLES = "由经向与和及同拟"
_ORGANISATION = re.compile(
    r"(?:公司|厂|合作社|集团|学校|医院|研究院|企业|协会|中心|事务所|运输队|车队|工程队|项目部|分公司|银行|"
    r"矿|场|局|社|院|站)(?:\([^()]{1,12}\))?$"
)
_BUSINESS = re.compile(
    r"(?:商行|经营部|门市部|维修部|服务部|配送部|店|行|铺|中心|部|修理厂|汽修厂)$"
)


def is_form_word(text: str) -> bool:
    """Return whether `text` is a label or another word that forms print: never a name."""
    return text in _FORM_WORDS or text in field_of()


def is_person(text: str) -> bool:
    """Return whether `text` is a person's name by family name and length."""
    given = re.sub("^和|和$", "", text[1:])
    shaped = (
        bool(_PERSON.fullmatch(text)) and not _NOT_NAME.search(given) and given not in ("人", "么")
    )
    return shaped and not is_form_word(text)


def may_be_person(text: str) -> bool:
    """Return whether `text` behind a label can be a person's name."""
    if is_person(text) or is_spelt(text):
        return True
    shaped = bool(_SHAPE.fullmatch(text)) and not _NOT_NAME.search(text)
    return shaped and not is_form_word(text)


def is_spelt(text: str) -> bool:
    """Return whether `text` behind a label is a long name written by its sound: 乌云其木格."""
    sounds = sum(char in _SOUNDS for char in text)
    long = bool(_LONG.fullmatch(text)) and sounds >= _LARGELY * len(text)
    return long or bool(_AND.fullmatch(text))


def is_sounded(text: str) -> bool:
    """Return whether a short word is written with such characters alone: 乌兰花, 苏和."""
    return 2 <= len(text) <= 4 and all(char in _SOUNDS for char in text)


def kind_of(name: str, text: str) -> PartyKind | None:
    """Return what the party `name` is; `text` is the document, which may say 个体工商户."""
    individual = "个体工商户" in text
    if _ORGANISATION.search(name) and not (individual and not name.endswith("公司")):
        return PartyKind.ORGANISATION
    if len(name) > 3 and (_BUSINESS.search(name) or (individual and not is_person(name))):
        return PartyKind.INDIVIDUAL_BUSINESS
    return PartyKind.PERSON if may_be_person(name) else None


_DATED = re.compile(
    r"(?<=[\u4e00-\u9fa5])(?=(?:(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})年)"
)
"""Where a name ends that runs into the date behind it: 殷秀琴二〇二四年六月四日."""


def words(strip: Strip) -> Iterator[Strip]:
    """Return the words of `strip`: what stands between blanks, punctuation and dates."""
    start = 0
    dated = {match.start() for match in _DATED.finditer(strip.text)}
    for at in range(len(strip)):
        if strip.text[at] in "、,;:/\n。()〔〕[]【】|和_" and not _is_sound(strip.text, start, at):
            if at > start:
                yield strip.cut(start, at)
            start = at + 1
        elif at > start and (at in dated or not _adjacent(strip, at)):
            yield strip.cut(start, at)
            start = at
    if start < len(strip):
        yield strip.cut(start)


def _is_sound(text: str, start: int, at: int) -> bool:
    """Return whether the 和 at `at` belongs to a name: 孟和, 布和, but not 孟和李四 after 张.

    So it does in a word that began at `start` with a family name alone (张和平), and at its end.
    """
    if text[at] != "和":
        return False
    before, after = text[start:at].strip(), text[at + 1 : at + 2]
    if not before and (at == 0 or text[at - 1] in "、,;:"):
        # 和庆丰: nobody stands right before it.
        return is_person(text[at : at + 3]) or is_person(text[at : at + 2])
    if len(before) == 1 and before in SURNAMES:
        return True
    if len(before) == 2 and not re.match("[\u4e00-\u9fa5\n]", after):
        return is_person(before)
    if text[at - 1 : at] not in ("布", "孟", "蒙"):
        return False
    return not re.match(f"[{_COMMON}]{_HAN}", text[at + 1 :])


def until_gap(strip: Strip) -> Strip:
    """Return the strip up to the first blank inside a line; a line break is none."""
    for at in range(1, len(strip)):
        before, here = strip.spots[at - 1], strip.spots[at]
        if before[:2] == here[:2] and here.offset > before.offset + 1:
            return strip.cut(0, at)
    return strip


def name_words(strip: Strip, most: int | None = None) -> list[Strip]:
    """Return the people's names of a value, the characters of `张  三` put together.

    Words are parted into two names only where nothing separates names and `most`, the number of
    people that the certificates tell of, allows for two.
    """
    found: list[Strip] = []
    parts = [word for word in words(strip) if word.text]
    at = 0
    while at < len(parts):
        part = _without_particle(_without_count(parts[at]))
        if at + 1 < len(parts) and _is_rest_of_name(part, parts[at + 1]):
            part = Strip(part.text + parts[at + 1].text, part.spots + parts[at + 1].spots)
            at += 1
        apart = len(parts) > 1 and re.search("[、,;/]", strip.text) is not None
        may_split = not apart and (most is None or most > len(found) + 1)
        if len(part) in {4, 5, 6} and may_split and (two := _two_names(part)):
            found += two
        elif may_be_person(part.text):
            found.append(part)
        at += 1
    return found


def _is_rest_of_name(part: Strip, after: Strip) -> bool:
    """Return whether a word goes on a name: 张  三; 苏小 | 刚 or 柳 | 明亮 that a cell broke."""
    broken = part.spots[-1][:2] != after.spots[0][:2]
    if len(after) == _GIVEN and len(part) == 1:
        return broken and is_person(part.text + after.text)
    if len(after) != 1:
        return False
    return len(part) == 1 or (broken and len(part) == 2 and is_person(part.text + after.text))


def _without_count(part: Strip) -> Strip:
    """Return the strip without 等2人 at its end."""
    count = re.search(r"等[0-9二两三四五]*[人名]$", part.text)
    return part.cut(0, count.start()) if count else part


def _without_particle(part: Strip) -> Strip:
    """Return the strip without the 由 of 由张三承办, 拟由, unless it is the family name."""
    for led in (1, 2):
        particles = all(char in _PARTICLES for char in part.text[:led])
        if particles and is_person(part.text[led:]) and not is_person(part.text):
            return part.cut(led)
    return part


def _two_names(part: Strip) -> list[Strip]:
    """Return the two names that a scan ran together: 张三李四; 欧阳建国 is one."""
    if "·" in part.text or (len(part) == 4 and re.match(_COMPOUND, part.text)):
        return []
    for cut in (2, 3):
        first, second = part.cut(0, cut), part.cut(cut)
        if is_person(first.text) and is_person(second.text) and second.text[0] in _COMMON:
            return [first, second]
    return []


def _adjacent(strip: Strip, at: int) -> bool:
    before, here = strip.spots[at - 1], strip.spots[at]
    return (before.page, before.line, before.offset + 1) == (here.page, here.line, here.offset)
