"""Where the rules were read: texts of the law, statements of commissions, the press."""

LAW = "Constitutional Law on Elections No. 2464 of 28 September 1995"
NEW_CONSTITUTION = "Constitution in force from 1 July 2026; its law on elections was not found"
LOCAL_GOVERNMENT = "Law on Local Government and Self-Government"

_TE = "https://www.te.gob.mx/vota_elections/thesaurus/article/"
ARTICLE_20 = f"{_TE}22678/16231/170"
ARTICLE_43 = f"{_TE}22843/16231/150"
ARTICLE_44 = f"{_TE}22844/16231/150"
ARTICLE_89 = f"{_TE}23041/16231/126"
ARTICLE_94 = f"{_TE}23057/16231/179"
ARTICLE_97_1 = f"{_TE}23093/16231/159"
ARTICLE_104_OLD = f"{_TE}23123/16231/125"
ARTICLE_87 = "https://pavlodar.com/zakon/?dok=00008&uro=080098"
ARTICLE_90 = "https://www.pavlodar.com/zakon/?dok=00008&noraz=90&oraz=08"
ARTICLE_105_OLD = "https://pavlodar.com/zakon/?dok=00008&uro=080120"
ARTICLE_104 = (
    "http://engime.org/zakon-respubliki-kazahstan-ot-28-sentyabrya-1995-goda-n-2464.html?page=68"
)
LAW_OF_2018 = "https://adilet.zan.kz/rus/docs/Z1800000162"
LAW_OF_FEBRUARY_2022 = "https://bestprofi.com/document/2695815874"
LOCAL_GOVERNMENT_5 = (
    "http://www.zakonpravo.kz/en/article-5-the-procedure-for-the-formation-of-maslikhats-"
    "chapter-2-formation-competence-and-organization-of-activities-of-maslikhats-of-the-law-on-"
    "local-government-and-self-government-in-the-republic-of-kazakhstan"
)

ACE = (
    "https://aceproject.org/electoral-advice/archive/questions/CDCountry"
    "?country=KZ&set_language=en&topic=PC"
)
IFES = "https://electionguide.org/elections/id/3278/"
IPU = "http://archive.ipu.org/parline-e/reports/2165_B.htm"

REQUIREMENTS = (
    "https://www.kt.kz/eng/politics/"
    "requirements_for_kazakhstan_majilis_deputy_announced_1377906651.html"
)
MASLIKHAT_REQUIREMENTS = "https://arna-news.kz/?p=55652"
MASLIKHAT_BARS = (
    "https://rus.azattyq-ruhy.kz/politics/56547-deputatov-maslikhatov-izbiraiut-v-11-regionakh-"
    "kazakhstana"
)
MEMBERS_2023 = (
    "https://astanatimes.com/2023/02/kazakhstans-seven-political-parties-nominate-283-candidates-"
    "for-upcoming-mazhilis-elections/"
)
ONE_LIST = "https://www.election.gov.kz/eng/news/releases/index.php?ID=5925"
ADMITTED_PARTIES = (
    "https://informburo.kz./novosti/cik-dopustila-partii-nur-otan-ak-zhol-knpk-auyl-brlk-i-osdp-k-"
    "parlamentskim-vyboram-113652.html"
)
ADMITTED_BRANCHES = (
    "https://qz.inform.kz/news/birlik-partiyasy-eki-onirde-maslihattar-saylauyna-katysa-almaydy-"
    "osk_a3715123"
)
BRANCHES_2023 = (
    "https://informburo.kz/novosti/za-6-dnei-partii-respublica-i-baitak-sozdali-filialy-v-regionax-"
    "ctoby-ucastvovat-v-vyborax-v-maslixaty"
)
CONFERENCES = "https://ognialatau.kz/news/cat-8/11281"
LARGEST_LIST_2023 = (
    "https://kandai-zhanalyk-bar.com/novosti/item/162997-v-cik-podveli-itogi-vydvizheniya-"
    "kandidatov-na-vybory-v-mazhilis-i-maslihaty"
)
SMALLEST_LISTS = "https://kz.telegram-store.com/catalog/channels/peruash/6606"
QUOTA_TENGRI = (
    "https://tengrinews.kz/kazakhstan_news/"
    "kandidatov-deputatyi-ak-jol-adal-zaregistrirovali-vyiboryi-422163"
)
QUOTA_KHABAR = (
    "http://khabar.kz/ru/news/politika/item/"
    "130234-tsik-podvela-itogi-vydvizheniya-i-registratsii-partij"
)
QUOTA_NOT_OF_MASLIKHATS = (
    "https://informburodata.com/novosti/mazhilis-odobril-zakonoproekty-o-vklyuchenii-v-partijnye-"
    "spiski-lyudej-s-invalidnostyu"
)
NOVELTIES_2023 = "https://diapazon.kz/news/120427-10-novshestv-predstoyashih-viborov"
DOCUMENTS_2023 = (
    "https://kokshetoday.kz/parlament-m-zhilisini-deputattaryna-ojjylatyn-talaptar-andajj"
)

CALENDAR_PLAN_2021 = (
    "https://informburo.kz/novosti/"
    "cik-utverdila-plan-meropriyatiy-po-podgotovke-k-vyboram-deputatov-mazhilisa-112945.html"
)
NOMINATION_2021 = "https://vestnikkavkaza.net/material/136359"
MASLIKHAT_NOMINATION_2021 = (
    "https://astanatimes.com/2020/11/six-parties-to-compete-in-parliamentary-elections-in-january-"
    "2021/"
)
CALENDAR_2023 = (
    "https://central-asia.news/kazahstan/politika/"
    "kak-obnoviatsia-maslihaty-strany-cik-soobshil-itogi-vydvijeniia-kandidatov"
)
CAMPAIGN_2021 = (
    "https://optimism.kz/2020/10/21/kogda-nachnetsya-predvybornaya-agitacziya-v-kazahstane/?amp=1"
)
BALLOT_ORDER_2021 = (
    "https://informburo.kz./novosti/"
    "cik-utverdila-poryadok-partiy-v-izbiratelnyh-byulletenyah-115298.html"
)
DEPOSIT_2023 = (
    "https://aqmolanews.kz/ru/2023/02/06/"
    "chto-budet-so-vznosami-kandidatov-v-deputaty-posle-vyborov-v-kazahstane"
)
MASLIKHAT_DEPOSIT_2023 = (
    "https://country-kz.com/politika/item/213838-cik-dopustila-k-vyboram-v-maslihaty-dve-partii"
)
APPEALS_2015 = (
    "https://informburo.kz/novosti/"
    "vse-resheniya-cik-teper-mozhno-obzhalovat-v-verhovnom-sude-9674.html"
)
PROTOCOL_COPY_2005 = "https://www.election.gov.kz/eng/news/releases/index.php?ID=2511"
RESULTS_2023 = "https://www.election.gov.kz/eng/news/releases/index.php?ID=8937"
BALLOTS_KEPT_2023 = "https://ustinka.kz/kz/kazakhstan/politics/83035.html"
NAMES_2023 = "https://otyrar.kz/2023/02/84-grazhdan-vydvinuli-svoyu-kandidaturu-v-deputaty"
MIXED_SYSTEM = "https://vlast.kz/amp/politika/53569-cto-izmenilos-v-zakone-o-vyborah.html"
MIXED_MASLIKHATS = "https://tou.edu.kz./en/?id=10773&option=com_content&view=article"
ASTANA_2023 = (
    "https://kapital.kz/amp/gosudarstvo/114130/"
    "podvedeny-itogi-vyborov-deputatov-maslikhata-astany.html"
)
KURULTAI = (
    "https://www.inform.kz/ru/"
    "nazvani-sroki-prekrasheniya-polnomochiy-parlamenta-i-provedeniya-viborov-v-kuriltay-3fb44d"
)
KURULTAI_RULES = (
    "https://www.inform.kz/ru/"
    "kak-budut-izbirat-deputatov-kurultaya-i-v-kakih-sluchayah-ih-lishat-mandata-3731e4"
)
RESULTS_2004 = "https://prg.kz/m/amp/document/1050745"
RESULTS_2007 = "https://franco.wiki/fr/%C3%89lections_l%C3%A9gislatives_kazakhes_de_2007.html"
RESULTS_2012 = "https://wikivisually.com/wiki/Kazakh_legislative_election%2C_2012"
RESULTS_2016 = (
    "https://en.inform.kz/news/nur-otan-wins-parliamentary-elections-with-82-2-of-votes-and-84-"
    "seats-in-majilis_a2884113/"
)
NAMED_2021 = (
    "https://www.kt.kz/eng/politics/"
    "list_of_deputies_of_majilis_from_nur_otan_party_published_1377910102.html"
)
NAMING_TERM = "https://astanatv.kz/ru/news/58835"
