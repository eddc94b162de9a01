"""The order of choice texts that no questionnaire orders: scales that are known, then numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from padai.interchange.label_words import missing_kind, normal
from padai.interchange.platforms.scales_of_other_tongues import OTHER_TONGUES
from padai.interchange.platforms.spans import in_days

_SCALES = (
    "strongly agree|agree|somewhat agree|tend to agree|slightly agree|neither agree nor disagree|"
    "neutral|slightly disagree|tend to disagree|somewhat disagree|disagree|strongly disagree",
    "totally agree|tend to agree|tend to disagree|totally disagree",
    "tend to trust|tend not to trust",
    "a great deal|a fair amount|not much|not very much|not at all|none at all",
    "tout a fait d accord|d accord|plutot d accord|ni d accord ni en desaccord|neutre|"
    "plutot en desaccord|en desaccord|tout a fait en desaccord",
    "totalement d accord|plutot d accord|plutot en desaccord|totalement en desaccord",
    "very satisfied|satisfied|somewhat satisfied|neither satisfied nor dissatisfied|neutral|"
    "somewhat dissatisfied|dissatisfied|very dissatisfied",
    "tres satisfait|satisfait|assez satisfait|plutot satisfait|neutre|peu satisfait|"
    "plutot insatisfait|insatisfait|pas du tout satisfait|tres insatisfait",
    "a great deal|a lot|quite a lot|a moderate amount|some|only some|a little|not very much|"
    "hardly any|none at all|none|not at all",
    "tres confiance|tout a fait confiance|confiance|assez confiance|plutot confiance|"
    "un peu confiance|"
    "peu confiance|plutot pas confiance|pas vraiment confiance|pas confiance|pas du tout confiance",
    "tout a fait|beaucoup|plutot|assez|moderement|un peu|peu|pas beaucoup|plutot pas|pas du tout",
    "completely|very|a lot|somewhat|quite|moderately|fairly|slightly|a little|not very|not at all",
    "always|very often|often|sometimes|rarely|seldom|never",
    "toujours|tres souvent|souvent|parfois|quelquefois|rarement|jamais",
    "every day|daily|several times a week|weekly|once a week|several times a month|monthly|"
    "once a month|every few months|several times a year|yearly|once a year|less often|rarely|never",
    "beginner|novice|intermediate|advanced|expert|master",
    "debutant|intermediaire|avance|expert",
    "principiante|intermedio|avanzado|experto",
    "excellent|very good|good|fair|poor|very poor|very bad",
    "excellent|excellente|tres bon|tres bonne|bon|bonne|passable|mauvais|mauvaise|tres mauvais|"
    "tres mauvaise",
    "very likely|likely|somewhat likely|neither likely nor unlikely|somewhat unlikely|unlikely|"
    "very unlikely",
    "very important|important|somewhat important|not very important|not important|"
    "not at all important",
    "tres important|important|assez important|peu important|pas important|pas du tout important",
    "much better|better|somewhat better|about the same|the same|somewhat worse|worse|much worse",
    "very favorably|somewhat favorably|neither favorably nor unfavorably neutral|"
    "neither favorably nor unfavorably|neutral|somewhat unfavorably|very unfavorably|"
    "unfamiliar n a|unfamiliar",
    "very favorable|favorable|mostly favorable|somewhat favorable|neutral|somewhat unfavorable|"
    "mostly unfavorable|unfavorable|very unfavorable",
    "nearly every day|more than half the days|several days|not at all",
    "extremely|quite a bit|moderately|somewhat|a little bit|slightly|not at all",
    "yes|maybe|no",
    "oui|peut etre|non",
    "si|tal vez|no",
    "mucha|bastante|poca|ninguna",
    "mucho|bastante|poco|nada",
    "muy de acuerdo|de acuerdo|ni de acuerdo ni en desacuerdo|en desacuerdo|muy en desacuerdo",
    "tres favorable|favorable|plutot favorable|assez favorable|ni favorable ni defavorable|neutre|"
    "plutot defavorable|assez defavorable|defavorable|tres defavorable",
    "tres bonne|bonne|plutot bonne|assez bonne|ni bonne ni mauvaise|moyenne|plutot mauvaise|"
    "assez mauvaise|mauvaise|tres mauvaise",
    "tres bon|bon|plutot bon|assez bon|ni bon ni mauvais|moyen|plutot mauvais|"
    "assez mauvais|mauvais|"
    "tres mauvais",
    "tres probable|probable|plutot probable|assez probable|peu probable|improbable|tres improbable|"
    "pas du tout probable",
    "tres inquiet|inquiet|plutot inquiet|assez inquiet|un peu inquiet|peu inquiet|pas tres inquiet|"
    "pas inquiet|pas du tout inquiet",
    "tres interesse|interesse|plutot interesse|assez interesse|peu interesse|pas interesse|"
    "pas du tout interesse",
    "very good|good|fairly good|neither good nor bad|average|fairly bad|bad|very bad",
    "very worried|worried|fairly worried|somewhat worried|a little worried|not very worried|"
    "not too worried|not worried|not at all worried",
    "very concerned|concerned|fairly concerned|somewhat concerned|slightly concerned|"
    "not very concerned|not too concerned|not concerned|not at all concerned",
    "to a great extent|great extent|to some extent|some extent|to a small extent|very little|"
    "not at all",
    "fully satisfied|somewhat satisfied|somewhat dissatisfied|fully dissatisfied",
    "otimo|bom|regular|ruim|pessimo",
    "otima|boa|regular|ruim|pessima",
    "muito bom|bom|regular|mau|muito mau",
    "muito boa|boa|regular|ma|muito ma",
    "confia muito|confia|confia um pouco|confia pouco|nao confia|nao confia nada",
    "muita confianca|alguma confianca|pouca confianca|nenhuma confianca",
    "muito satisfeito|satisfeito|nem satisfeito nem insatisfeito|pouco satisfeito|insatisfeito|"
    "muito insatisfeito|nada satisfeito",
    "muito satisfeita|satisfeita|nem satisfeita nem insatisfeita|pouco satisfeita|insatisfeita|"
    "muito insatisfeita|nada satisfeita",
    "concorda totalmente|concorda|concorda em parte|nem concorda nem discorda|discorda em parte|"
    "discorda|discorda totalmente",
    "concordo totalmente|concordo|concordo em parte|nem concordo nem discordo|discordo em parte|"
    "discordo|discordo totalmente",
    "muito|mais ou menos|pouco|nada",
    "sempre|quase sempre|as vezes|raramente|quase nunca|nunca",
    "muy satisfecho|satisfecho|bastante satisfecho|ni satisfecho ni insatisfecho|poco satisfecho|"
    "insatisfecho|nada satisfecho|muy insatisfecho",
    "muy satisfecha|satisfecha|bastante satisfecha|ni satisfecha ni insatisfecha|poco satisfecha|"
    "insatisfecha|nada satisfecha|muy insatisfecha",
    "muy buena|buena|regular|mala|muy mala",
    "muy bueno|bueno|regular|malo|muy malo",
    "mucha confianza|bastante confianza|algo de confianza|poca confianza|ninguna confianza|"
    "nada de confianza",
    "siempre|casi siempre|a menudo|a veces|algunas veces|rara vez|casi nunca|nunca",
    "totalmente de acuerdo|de acuerdo|ni de acuerdo ni en desacuerdo|en desacuerdo|"
    "totalmente en desacuerdo",
    "sehr zufrieden|zufrieden|eher zufrieden|teils teils|weder noch|eher unzufrieden|unzufrieden|"
    "sehr unzufrieden",
    "stimme voll und ganz zu|stimme zu|stimme eher zu|teils teils|weder noch|stimme eher nicht zu|"
    "stimme nicht zu|stimme uberhaupt nicht zu",
    "sehr gut|gut|eher gut|teils teils|weder noch|eher schlecht|schlecht|sehr schlecht",
    "immer|sehr oft|oft|manchmal|selten|nie",
    "moltissimo|molto|abbastanza|poco|pochissimo|per niente|per nulla|niente",
    "sempre|spesso|qualche volta|talvolta|a volte|raramente|quasi mai|mai",
    "molto d accordo|completamente d accordo|d accordo|abbastanza d accordo|"
    "ne d accordo ne in disaccordo|poco d accordo|in disaccordo|per niente d accordo|"
    "completamente in disaccordo|molto in disaccordo",
    "si|forse|no",
    "sim|talvez|nao",
    "ja|vielleicht|nein",
    "trifft voll und ganz zu|trifft voll zu|trifft zu|trifft eher zu|teils teils|"
    "trifft eher nicht zu|trifft nicht zu|trifft gar nicht zu|trifft uberhaupt nicht zu",
    "sehr wichtig|wichtig|eher wichtig|teils teils|eher unwichtig|weniger wichtig|unwichtig|"
    "uberhaupt nicht wichtig|gar nicht wichtig",
    "sehr stark|stark|ziemlich|mittelmassig|mittel|etwas|wenig|kaum|gar nicht|uberhaupt nicht",
    "vertraue voll und ganz|vertraue eher|vertraue eher nicht|vertraue uberhaupt nicht",
    "taglich|mehrmals pro woche|mehrmals in der woche|"
    "mehrere male in der woche|einmal pro woche|einmal in der woche|wochentlich|"
    "mehrmals im monat|einmal pro monat|einmal im monat|monatlich|seltener|nie",
    "zdecydowanie tak|raczej tak|ani tak ani nie|raczej nie|zdecydowanie nie",
    "zdecydowanie sie zgadzam|raczej sie zgadzam|zgadzam sie|ani sie zgadzam ani sie nie zgadzam|"
    "raczej sie nie zgadzam|nie zgadzam sie|zdecydowanie sie nie zgadzam",
    "bardzo dobrze|dobrze|raczej dobrze|srednio|przecietnie|raczej zle|zle|bardzo zle",
    "zawsze|bardzo czesto|czesto|czasami|czasem|rzadko|bardzo rzadko|nigdy",
    "bardzo zadowolony|zadowolony|raczej zadowolony|raczej niezadowolony|niezadowolony|"
    "bardzo niezadowolony",
    "mycket stort fortroende|ganska stort fortroende|varken stort eller litet fortroende|"
    "ganska litet fortroende|mycket litet fortroende",
    "mycket bra|ganska bra|bra|varken bra eller daligt|varken bra eller dalig|ganska daligt|"
    "daligt|mycket daligt",
    "instammer helt|helt enig|instammer delvis|delvis enig|varken eller|hverken eller|"
    "delvis uenig|instammer inte alls|helt uenig",
    "meget enig|helt enig|enig|overvejende enig|litt enig|hverken enig eller uenig|"
    "verken enig eller uenig|litt uenig|overvejende uenig|uenig|helt uenig|meget uenig",
    "svaert fornoyd|meget fornoyd|ganske fornoyd|fornoyd|verken fornoyd eller misfornoyd|"
    "ganske misfornoyd|misfornoyd|svaert misfornoyd|meget misfornoyd",
    "alltid|ofta|ibland|sallan|aldrig",
    "alltid|ofte|noen ganger|av og til|sjelden|aldri",
    "altid|ofte|nogle gange|af og til|sjaeldent|aldrig",
    "taysin samaa mielta|jokseenkin samaa mielta|samaa mielta|ei samaa eika eri mielta|"
    "jokseenkin eri mielta|eri mielta|taysin eri mielta",
    "erittain tyytyvainen|melko tyytyvainen|tyytyvainen|en tyytyvainen enka tyytymaton|"
    "melko tyytymaton|tyytymaton|erittain tyytymaton",
    "zeer mee eens|helemaal mee eens|mee eens|beetje mee eens|niet eens niet oneens|neutraal|"
    "beetje mee oneens|mee oneens|zeer mee oneens|helemaal mee oneens",
    "zeer veel vertrouwen|veel vertrouwen|tamelijk veel vertrouwen|enig vertrouwen|"
    "weinig vertrouwen|niet zo veel vertrouwen|geen vertrouwen|helemaal geen vertrouwen",
    "altijd|vaak|soms|zelden|nooit",
    "molto soddisfatto|abbastanza soddisfatto|poco soddisfatto|per niente soddisfatto",
    "zeer tevreden|tevreden|niet tevreden en niet ontevreden|neutraal|ontevreden|zeer ontevreden",
    "helemaal mee eens|mee eens|niet mee eens en niet mee oneens|neutraal|mee oneens|"
    "helemaal mee oneens",
)
MOST_AMONG = 3
"""Texts with a number for each without one, from which on numbers order them."""
_AMOUNT = re.compile(r"\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+(?!\d)|\d+")
_UNDER = re.compile(r"(under|less than|moins de|menos de|below)\b")
_EITHER_GENDER = re.compile(r"\((e|ne|ive|euse|a|ète|te)\)")
"""What says an answer of women and of men in one word, as in `satisfait(e)`."""
_ORDERED = tuple({text: place for place, text in enumerate(s.split("|"))} for s in _SCALES) + tuple(
    {normal(text): place for place, text in enumerate(s.split("|"))} for s in OTHER_TONGUES
)

_SIDES: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: text.partition("/")[0],
    lambda text: text.rpartition("/")[2],
)
"""A choice as it is written, and what stands on either side of a stroke between two languages."""


def key_of(text: str) -> str:
    """Reduce a choice to what makes it the same choice: no case, accent, blank or mark-up."""
    return normal(text) or text.strip()


def in_order(texts: Iterable[str]) -> tuple[list[str], bool]:
    """Order choice texts, don't-knows last; say whether a known scale or numbers ordered them.

    The order hangs on the texts alone, so that every wave has the same.

    Examples
    --------
    >>> in_order(["Never", "Always", "Don't know", "Often"])
    (['Always', 'Often', 'Never', "Don't know"], True)
    >>> in_order(["35 to 54", "Under 35", "55 and over"])
    (['Under 35', '35 to 54', '55 and over'], True)
    >>> in_order(["Peu satisfait(e)", "Très satisfait(e)"])
    (['Très satisfait(e)', 'Peu satisfait(e)'], True)
    >>> in_order(["Jamais /Never", "Souvent /Often", "Quelquefois /Sometimes"])
    (['Souvent /Often', 'Quelquefois /Sometimes', 'Jamais /Never'], True)
    """
    every = sorted(texts, key=key_of)
    absent = [text for text in every if missing_kind(text)]
    answers = [text for text in every if text not in absent]
    placed = _on_one_scale(answers)
    if placed:
        return sorted(answers, key=lambda text: placed[text]) + absent, True
    places = _places(answers)
    rest = [text for text in answers if text not in places]
    if len(answers) > 1 and len(set(places.values())) == len(places) >= MOST_AMONG * len(rest):
        return [*sorted(places, key=lambda text: places[text]), *rest, *absent], not rest
    return answers + absent, False


def on_a_scale(text: str) -> bool:
    """Say whether a text is a choice of a known scale, or says why there is no answer."""
    known = (key_of(side(text)) in scale for side in _SIDES for scale in _ORDERED)
    return any(known) or bool(missing_kind(text))


def _on_one_scale(texts: Sequence[str]) -> dict[str, int]:
    """Return the places of texts on the one scale that has all of them; nothing without one."""
    for side in _SIDES:
        keys = {text: key_of(side(_EITHER_GENDER.sub("", text))) for text in texts}
        for scale in _ORDERED:
            if len(keys) > 1 and all(key in scale for key in keys.values()):
                return {text: scale[key] for text, key in keys.items()}
    return {}


def _places(texts: Sequence[str]) -> dict[str, tuple[float, int]]:
    """Return where texts with numbers stand: at the first one, a limit outside its range.

    Whichever language says "under" and "over": a number alone at which a range begins is under it,
    and one at which the last range ends is over it.

    Examples
    --------
    >>> in_order(["1 - 2 ปี", "น้อยกว่า 1 ปี", "11 - 15 ปี", "มากกว่า 15 ปี", "3 - 10 ปี"])[0]
    ['น้อยกว่า 1 ปี', '1 - 2 ปี', '3 - 10 ปี', '11 - 15 ปี', 'มากกว่า 15 ปี']
    >>> in_order(["20.001 a 30.000", "15,001 a 20,000", "menos de 15.000"])[0]
    ['menos de 15.000', '15,001 a 20,000', '20.001 a 30.000']
    >>> in_order(["1 - 3 years", "Less than 3 months", "3 months - 1 year"])[0]
    ['Less than 3 months', '3 months - 1 year', '1 - 3 years']
    >>> in_order(["2 ปี", "มากกว่า 2 ปี", "น้อยกว่า 1 ปี", "1 ปี"])[0]
    ['น้อยกว่า 1 ปี', '1 ปี', '2 ปี', 'มากกว่า 2 ปี']
    """
    numbers = {text: amounts for text in texts if (amounts := _numbers(text))}
    numbers |= in_days(numbers)
    ranges = [amounts for amounts in numbers.values() if len(amounts) > 1]
    begin = {amounts[0] for amounts in ranges}
    end = max((amounts[1] for amounts in ranges), default=None)
    places: dict[str, tuple[float, int]] = {}
    for text in sorted(numbers, key=len):  # of "30 years" and "over 30 years"
        first, side = numbers[text][0], _side(text, numbers[text], begin, end)
        if not ranges and (first, side) in places.values():
            side = 1 if first == max(amounts[0] for amounts in numbers.values()) else -1
        places[text] = (first, side)
    return places


def _numbers(text: str) -> list[float]:
    """Return the numbers of a text; a mark before three digits parts thousands."""
    return [float(re.sub(r"\D", "", each)) for each in _AMOUNT.findall(text)]


def _side(text: str, amounts: Sequence[float], begin: Collection[float], end: float | None) -> int:
    """Return on which side of its number a text stands: -1 under it, 1 over it."""
    if _UNDER.match(key_of(text)):
        return -1
    if len(amounts) > 1 or amounts[0] not in {*begin, *(n - 1 for n in begin), end}:
        return 0
    return 1 if amounts[0] == end else -1
