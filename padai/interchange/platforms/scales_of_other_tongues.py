"""Scales of choice texts in languages that padai does not speak, from much to little."""

from __future__ import annotations

OTHER_TONGUES = (
    # Czech, Slovak
    "rozhodně ano|určitě ano|ano|spíše ano|spíše ne|ne|určitě ne|rozhodně ne",
    "rozhodne áno|určite áno|áno|skôr áno|skôr nie|nie|určite nie|rozhodne nie",
    "rozhodně souhlasím|zcela souhlasím|souhlasím|spíše souhlasím|ani souhlasím ani nesouhlasím|"
    "spíše nesouhlasím|nesouhlasím|zcela nesouhlasím|rozhodně nesouhlasím",
    "úplne súhlasím|súhlasím|skôr súhlasím|ani súhlasím ani nesúhlasím|skôr nesúhlasím|nesúhlasím|"
    "vôbec nesúhlasím",
    "velmi spokojen|velmi spokojený|velmi spokojená|spokojen|spokojený|spokojená|spíše spokojen|"
    "spíše spokojený|spíše spokojená|spíše nespokojen|spíše nespokojený|spíše nespokojená|"
    "nespokojen|nespokojený|nespokojená|velmi nespokojen|velmi nespokojený|velmi nespokojená",
    "vždy|velmi často|často|někdy|občas|zřídka|výjimečně|nikdy",
    "vždy|veľmi často|často|niekedy|občas|zriedka|nikdy",
    # Hungarian, Romanian, Croatian and its neighbours, Slovenian
    "teljes mértékben egyetértek|teljesen egyetértek|egyetértek|inkább egyetértek|"
    "egyet is értek meg nem is|inkább nem értek egyet|nem értek egyet|egyáltalán nem értek egyet",
    "nagyon elégedett|elégedett|inkább elégedett|inkább elégedetlen|elégedetlen|nagyon elégedetlen",
    "mindig|gyakran|néha|ritkán|soha",
    "acord total|total de acord|de acord|parțial de acord|nici de acord, nici dezacord|"
    "parțial dezacord|dezacord|dezacord total|total dezacord",
    "foarte mulțumit|mulțumit|destul de mulțumit|nu prea mulțumit|nemulțumit|foarte nemulțumit",
    "foarte multă|multă|puțină|foarte puțină|deloc",
    "întotdeauna|mereu|des|uneori|rareori|rar|niciodată",
    "u potpunosti se slažem|potpuno se slažem|slažem se|uglavnom se slažem|"
    "niti se slažem niti se ne slažem|uglavnom se ne slažem|ne slažem se|uopće se ne slažem|"
    "uopšte se ne slažem",
    "vrlo zadovoljan|zadovoljan|uglavnom zadovoljan|uglavnom nezadovoljan|nezadovoljan|"
    "vrlo nezadovoljan",
    "uvijek|uvek|često|ponekad|rijetko|retko|nikad|nikada",
    "popolnoma se strinjam|se strinjam|delno se strinjam|niti niti|delno se ne strinjam|"
    "se ne strinjam|sploh se ne strinjam",
    # Turkish
    "kesinlikle katılıyorum|tamamen katılıyorum|katılıyorum|kısmen katılıyorum|"
    "ne katılıyorum ne katılmıyorum|kararsızım|kısmen katılmıyorum|katılmıyorum|"
    "hiç katılmıyorum|kesinlikle katılmıyorum",
    "çok memnunum|memnunum|kısmen memnunum|ne memnunum ne değilim|kararsızım|memnun değilim|"
    "hiç memnun değilim",
    "çok güveniyorum|güveniyorum|biraz güveniyorum|az güveniyorum|pek güvenmiyorum|güvenmiyorum|"
    "hiç güvenmiyorum",
    "her zaman|sık sık|genellikle|bazen|ara sıra|nadiren|hiçbir zaman|asla",
    "çok iyi|iyi|orta|ne iyi ne kötü|kötü|çok kötü",
    "evet|kısmen|belki|hayır",
    # Russian, Ukrainian, Greek
    "полностью согласен|полностью согласна|согласен|согласна|скорее согласен|скорее согласна|"
    "и согласен и не согласен|скорее не согласен|скорее не согласна|не согласен|не согласна|"
    "полностью не согласен|полностью не согласна",
    "определенно да|безусловно да|да|скорее да|скорее да, чем нет|скорее нет|"
    "скорее нет, чем да|нет|определенно нет|безусловно нет",
    "полностью доверяю|доверяю|скорее доверяю|скорее не доверяю|не доверяю|совсем не доверяю|"
    "совершенно не доверяю",
    "всегда|очень часто|часто|иногда|редко|никогда",
    "повністю згоден|згоден|скоріше згоден|скоріше не згоден|не згоден|повністю не згоден",
    "так|скоріше так|скоріше ні|ні",
    "завжди|часто|іноді|інколи|рідко|ніколи",
    "συμφωνώ απόλυτα|συμφωνώ|μάλλον συμφωνώ|ούτε συμφωνώ ούτε διαφωνώ|μάλλον διαφωνώ|διαφωνώ|"
    "διαφωνώ απόλυτα",
    "πάρα πολύ|πολύ|αρκετά|μέτρια|λίγο|ελάχιστα|καθόλου",
    "πάντα|συχνά|μερικές φορές|σπάνια|ποτέ",
    "ναι|μάλλον ναι|μάλλον όχι|όχι",
    # Japanese, Korean, Chinese in both writings
    "とてもそう思う|非常にそう思う|そう思う|ややそう思う|どちらかといえばそう思う|どちらともいえない|"
    "どちらでもない|あまりそう思わない|どちらかといえばそう思わない|そう思わない|"
    "全くそう思わない|まったくそう思わない",
    "とても満足|大変満足|非常に満足|満足|やや満足|どちらかといえば満足|どちらともいえない|普通|"
    "やや不満|どちらかといえば不満|不満|とても不満|大変不満|非常に不満",
    "信頼している|大いに信頼している|ある程度信頼している|やや信頼している|あまり信頼していない|"
    "信頼していない|全く信頼していない|まったく信頼していない",
    "いつも|よくある|よく|ときどき|時々|たまに|あまりない|めったにない|全くない|まったくない",
    "매우 그렇다|그렇다|대체로 그렇다|약간 그렇다|보통이다|보통|별로 그렇지 않다|"
    "대체로 그렇지 않다|그렇지 않다|전혀 그렇지 않다",
    "매우 만족|매우 만족한다|만족|만족한다|대체로 만족|보통|보통이다|대체로 불만족|불만족|"
    "불만족한다|매우 불만족|매우 불만족한다",
    "매우 신뢰한다|신뢰한다|대체로 신뢰한다|약간 신뢰한다|별로 신뢰하지 않는다|신뢰하지 않는다|"
    "전혀 신뢰하지 않는다",
    "매우 동의한다|동의한다|보통이다|동의하지 않는다|전혀 동의하지 않는다",
    "非常同意|完全同意|同意|比较同意|一般|中立|不太同意|不同意|非常不同意|完全不同意",
    "非常同意|完全同意|同意|有點同意|普通|中立|不太同意|不同意|非常不同意|完全不同意",
    "非常满意|满意|比较满意|一般|不太满意|不满意|非常不满意|很不满意",
    "非常滿意|滿意|還算滿意|普通|不太滿意|不滿意|非常不滿意|很不滿意",
    "非常信任|信任|比较信任|一般|不太信任|不信任|非常不信任|完全不信任",
    "总是|经常|有时|偶尔|很少|从不|从来没有",
    "總是|經常|有時|偶爾|很少|從不|從來沒有",
    # Vietnamese, Indonesian
    "hoàn toàn đồng ý|rất đồng ý|đồng ý|bình thường|trung lập|không đồng ý|"
    "rất không đồng ý|hoàn toàn không đồng ý",
    "rất hài lòng|hài lòng|bình thường|không hài lòng|rất không hài lòng",
    "luôn luôn|thường xuyên|thỉnh thoảng|hiếm khi|không bao giờ",
    "sangat setuju|setuju|netral|ragu ragu|kurang setuju|tidak setuju|sangat tidak setuju",
    "sangat puas|puas|cukup puas|kurang puas|tidak puas|sangat tidak puas",
    "selalu|sering|kadang kadang|jarang|tidak pernah",
    # Arabic, Hebrew, Hindi
    "أوافق بشدة|موافق بشدة|أوافق|موافق|محايد|لا أوافق|غير موافق|لا أوافق بشدة|غير موافق بشدة|"
    "لا أوافق على الإطلاق",
    "راض جدا|راض|محايد|غير راض|غير راض على الإطلاق",
    "دائما|غالبا|أحيانا|نادرا|أبدا",
    "מסכים מאוד|מסכים בהחלט|מסכים|די מסכים|לא כל כך מסכים|לא מסכים|בהחלט לא מסכים|כלל לא מסכים",
    "पूरी तरह सहमत|सहमत|कुछ हद तक सहमत|न सहमत न असहमत|कुछ हद तक असहमत|असहमत|पूरी तरह असहमत",
    "हमेशा|अक्सर|कभी कभी|शायद ही कभी|कभी नहीं",
)
