"""The closed word lists by which names are told from common words, and actors from places."""

from onrecord.records import Sector
from onrecord.text import wordclasses

COURTESY = frozenset("Mr Mrs Ms Mx Miss Messrs Mme Mlle Sir Dame Lady Lord Dr Prof Fr Rev".split())

# Titles before a surname that also say the sector.
SHORT_TITLES: dict[str, tuple[str, Sector]] = {
    "Gen": ("General", "MIL"),
    "Lt": ("Lieutenant", "MIL"),
    "Col": ("Colonel", "MIL"),
    "Maj": ("Major", "MIL"),
    "Capt": ("Captain", "MIL"),
    "Adm": ("Admiral", "MIL"),
    "Brig": ("Brigadier", "MIL"),
    "Sgt": ("Sergeant", "MIL"),
    "Cmdr": ("Commander", "MIL"),
    "Cpl": ("Corporal", "MIL"),
    "Det": ("Detective", "COP"),
    "Supt": ("Superintendent", "COP"),
    "Insp": ("Inspector", "COP"),
    "Sen": ("Senator", "LEG"),
    "Sens": ("Senator", "LEG"),
    "Rep": ("Representative", "LEG"),
    "Reps": ("Representative", "LEG"),
    "Gov": ("Governor", "GOV"),
    "Pres": ("President", "GOV"),
    "Amb": ("Ambassador", "GOV"),
}

# Words of a rank that stand before its title: "Rear Adm."
RANKS = frozenset("Rear Vice Fleet Staff Master Warrant Flight Chief".split())

# Words inside a personal name that keep a small letter.
PARTICLES = frozenset(
    "de del della der den di da dos das du van von zu bin ibn ben abu al el la le ter ten".split()
)

MONTHS = frozenset(month.capitalize() for month in wordclasses.MONTHS)
DAYS = frozenset(day.capitalize() for day in wordclasses.WEEKDAYS | {"thur"})

# Words that start a sentence, a heading or a line with a capital and name nobody.
COMMON = frozenset(
    "a about above according across add added adding additionally after afterwards again against "
    "ahead all allies almost along already also although always am amid among an analysis and "
    "another any anyone anything apart are around as asked at away back based be because been "
    "before behind being below beneath beside besides best better between beyond big both breaking "
    "briefly but by calls can citing clearly comment comments concern concerned consequently "
    "correction could crisis critics currently days dear despite did do does doing done down due "
    "during each earlier early editor eight either eleven else elsewhere email enough equally even "
    "eventually ever every everybody everyone everything evidence exactly except exclusive experts "
    "explained far fears few fewer fifth fighting finally first five following for former "
    "fortunately four from full further furthermore generally get given giving go going good great "
    "had half has have having he hello hence her here hers herself him himself his hours how "
    "however hundreds i if images in inside indeed initially instead into is it its itself just "
    "key know last late later latest least less let letter like likewise listen live local long "
    "look looking made mainly make making many march may maybe me meanwhile men might mine minutes "
    "moments months more moreover most mostly much must my nearly neither never nevertheless new "
    "news next nine no nobody none nonetheless nor not nothing notably now nowadays o of off "
    "officials often oh ok old on once one only opinion or other others otherwise our ours out "
    "outside over overall own part people perhaps photo photos please police poll polls possibly "
    "previously surveys statistics "
    "probably protesters questions quite rather read reading really recent recently related "
    "reporting reports residents right same second secondly see seemingly separately seven several "
    "shall share she short should shortly similarly simply since six so some somebody someone "
    "something sometimes soon sources speaking specifically still story subsequently such sure "
    "survivors talks tell ten tens than thank thanks that the their theirs them themselves then "
    "there thereafter therefore these they thing things think third this those though thousands "
    "three through throughout thus till to today together tomorrow tonight too top towards troops "
    "tuesday twelve twenty twice two ultimately under unfortunately unless unlike until up update "
    "updated upon us use used using usually very via video villagers wait want war warning was "
    "watch we week weeks well were what whatever when whenever where whereas wherever whether "
    "which while who whoever whole whom whose why will with within without witnesses women "
    "world would yeah years yes yesterday yet you young your yours".split()
)

# Capitals that stand for no body.
NO_BODY = frozenset(
    "AM PM GMT UTC EST EDT CET BST AD BC BCE CE TV PC DVD CD USB HTML PDF URL FAQ ID IQ OK GDP GNP "
    "VAT CEO CFO CTO COO MP MPS PHD BA MA MSC DNA RNA HIV AIDS COVID SARS ATM GPS SUV UFO VIP DIY "
    "II III IV VI VII VIII IX XI XII XIII XIV XV XVI LGBT LGBTQ AI IT PR HR WMD ICBM IED RPG SMS "
    "NB PS RIP SOS RSVP FYI ASAP TBA TBD MVP NBA NFL NHL MLB WWE CNY USD EUR GBP JPY BRT MOU VS "
    "POW PHOTO VIDEO FILE BREAKING UPDATE EXCLUSIVE LIVE NEWS READ MORE ALSO THE AND FOR "
    "WITH".split()
)

# The last or first word of an organisation's name -> its sector.
ORGANISATION_WORDS: dict[str, Sector | None] = {
    "Agency": None, "Ministry": "GOV", "Department": "GOV", "Bureau": "GOV", "Office": "GOV",
    "Commission": "GOV", "Council": "GOV", "Administration": "GOV", "Government": "GOV",
    "Authority": "GOV", "Secretariat": "GOV", "Cabinet": "GOV", "Embassy": "GOV",
    "Directorate": "GOV", "Chancellery": "GOV", "Treasury": "GOV", "Presidency": "GOV",
    "Parliament": "LEG", "Assembly": "LEG", "Senate": "LEG", "Congress": "LEG", "House": None,
    "Legislature": "LEG", "Court": "JUD", "Tribunal": "JUD", "Committee": None, "Party": "PTY",
    "Democrats": "PTY", "Union": None, "Unions": "LAB", "Federation": None, "Alliance": None,
    "Coalition": None, "League": None, "Movement": None, "Front": None, "Brigade": "MIL",
    "Brigades": "REB", "Army": "MIL", "Navy": "MIL", "Fleet": "MIL", "Forces": "MIL",
    "Force": "MIL", "Battalion": "MIL", "Regiment": "MIL", "Corps": "MIL", "Command": "MIL",
    "Flotilla": "MIL", "Squadron": "MIL", "Division": "MIL", "Compact": None, "Bloc": None,
    "Lines": "BUS", "Shipping": "BUS", "Police": "COP", "Guard": "MIL", "Guards": "MIL",
    "Militia": "PRM", "Association": "CVL", "Organisation": None, "Organization": None,
    "Research": "EDU", "Society": "CVL", "Foundation": "CVL",
    "Institute": "EDU", "Institution": "EDU", "University": "EDU", "College": "EDU",
    "School": "EDU", "Hospital": None, "Clinic": None, "Academy": "EDU", "Center": None,
    "Centre": None, "Group": None,
    "Company": "BUS", "Corporation": "BUS", "Corp": "BUS", "Inc": "BUS", "Ltd": "BUS",
    "Airlines": "BUS", "Airways": "BUS", "Bank": "BUS", "Industries": "BUS", "Holdings": "BUS",
    "Motors": "BUS", "Church": "REL", "Synod": "REL", "Network": None, "Service": None,
    "Services": None, "Mission": "GOV", "Observatory": "CVL", "Trust": "CVL", "Club": "CVL",
    "Times": "MED", "Post": "MED", "Herald": "MED", "Tribune": "MED", "Gazette": "MED",
    "Chronicle": "MED", "Journal": "MED", "Daily": "MED", "Observer": "MED", "Courier": "MED",
    "Dispatch": "MED", "Mirror": "MED", "Telegraph": "MED", "News": "MED", "Press": "MED",
    "Radio": "MED", "Television": "MED", "TV": "MED", "Wire": "MED", "Broadcasting": "MED",
    "Newswire": "MED", "Express": "MED", "Ledger": "MED", "Bulletin": "MED", "Inquirer": "MED",
    "Sentinel": "MED", "Examiner": "MED", "Clarion": "MED", "Advertiser": "MED",
    "Gleaner": "MED",
    "Brotherhood": None, "Confederation": None, "Maritime": "BUS",
    "Petroleum": "BUS", "Electric": "BUS", "Telecom": "BUS", "Partners": "BUS",
    "Foods": "BUS", "Mills": "BUS", "Brewery": "BUS", "Breweries": "BUS", "Steelworks": "BUS",
    "Metals": "BUS", "Minerals": "BUS", "Mining": "BUS", "Pharma": "BUS",
    "Pharmaceuticals": "BUS", "Chemicals": "BUS", "Cement": "BUS", "Textiles": "BUS",
    "Dairies": "BUS", "Supermarkets": "BUS", "Resorts": "BUS", "Logistics": "BUS",
    "Railways": "BUS", "Ferries": "BUS", "Technologies": "BUS", "Semiconductors": "BUS",
    "Electronics": "BUS", "Aerospace": "BUS", "Shipyards": "BUS", "Plantations": "BUS",
    "Insurance": "BUS", "Assurance": "BUS", "Ventures": "BUS", "Investments": "BUS",
    "Securities": "BUS", "Telecommunications": "BUS", "Studios": "BUS", "Properties": "BUS",
}  # fmt: skip

# Last words of names of places, works, peoples and occasions: no person is called so.
NOT_A_PERSON = frozenset(
    "Street Road Avenue Square Bridge Airport River Lake Sea Ocean Bay Gulf Strait Straits Island "
    "Islands Isles Mountain Mountains Hill Hills Valley Desert Forest Park Beach Coast Peninsula "
    "Cape City Town Village County District Province Region Oblast State States Republic Kingdom "
    "Empire Territory Territories Prefecture Municipality Port Harbor Harbour Canal Border War "
    "Wars Battle Revolution Treaty Agreement Agreements Accord Accords Pact Act Bill Law "
    "Constitution Convention Protocol Declaration Charter Resolution Award Prize Cup Games "
    "Olympics Festival Summit Conference Forum Day Week Month Year Century Age East West North "
    "South Eastern Western Northern Southern Central Crisis Affair Scandal Case Report Plan Deal "
    "Hospital Hotel Stadium Tower Palace Castle Cathedral Museum Theatre Theater Prison Station "
    "Line Highway Zone Area Article Chapter Section Part Volume Edition Show Series Nation "
    "Marathon Regatta Derby Tournament "
    "English Medal Order Election Elections Affairs Security Defence Defense Rights Policy "
    "Relations Nations Studies Peace Process Programme Program Project Initiative Operation".split()
)
PLACE_STARTS = frozenset(
    "New North South East West Northern Southern Eastern Western Central Upper Lower Great Greater "
    "Mount Lake Cape Port Fort Camp Saint St San Santa Los Las El La Le Gulf Bay Isle River Sea "
    "Operation Act Article Chapter Prize World Cold Civil Holy Old Grand Royal National Super "
    "Happy Good Supreme Second First Third Title Hurricane Typhoon Cyclone Tropical Storm".split()
)

SPEECH_VERBS = frozenset(
    "say says said saying tell tells told telling add adds added adding claim claims claimed "
    "claiming announce announces announced announcing state states stated declare declares "
    "declared deny denies denied denying confirm confirms confirmed warn warns warned warning "
    "vow vows vowed pledge pledges pledged promise promises promised insist insists insisted "
    "argue argues argued ask asks asked urge urges urged demand demands demanded call calls "
    "called accuse accuses accused condemn condemns condemned criticise criticises criticised "
    "criticize criticizes criticized reply replies replied respond responds responded "
    "write writes wrote tweet tweets tweeted note notes noted stress stresses stressed explain "
    "explains explained acknowledge acknowledges acknowledged admit admits admitted suggest "
    "suggests suggested report reports reported comment commented remark remarked observe "
    "observed reiterate reiterates reiterated reaffirm reaffirmed dismiss dismisses dismissed "
    "reject rejects rejected welcome welcomes welcomed praise praises praised hail hails hailed "
    "threaten threatens threatened signal signals signaled signalled indicate indicates indicated "
    "allege alleges alleged maintain maintains maintained assert asserts asserted describe "
    "describes described dispute disputes disputed predict predicted speak speaks spoke answer "
    "answers answered concede concedes conceded caution cautions cautioned refuse refuses refused "
    "complain complains complained blame blames blamed "
    "protest protests protested hint hints hinted "
    "retort retorts retorted balk balks balked bristle bristles bristled fume fumes fumed "
    "grumble grumbles grumbled scoff scoffs scoffed lament laments lamented bemoan bemoans "
    "bemoaned fret frets fretted seethe seethes seethed rail rails railed chide chides chided "
    "lambast lambasts lambasted berate berates berated boast boasts boasted "
    "agree agrees agreed disagree disagreed oppose opposes opposed propose proposes proposed offer "
    "offers offered apologise apologised apologize apologized thank thanks thanked "
    "denounce denounces denounced decry decries decried deplore deplores deplored laud lauds "
    "lauded applaud applauds applauded object objects objected apologises apologizes rebuke "
    "rebukes rebuked slam slams slammed rebuff rebuffs rebuffed countered appealed invite "
    "invites invited accept accepts accepted".split()
)
# Verbs of will, besides those of speech, whose subject is a person or a body.
WILL_VERBS = frozenset(
    "want wants wanted decide decides decided plan plans planned seek seeks sought try tries tried "
    "hope hopes hoped expect expects expected believe believes believed think thinks thought know "
    "knows knew fear fears feared view views viewed meet meets met visit visits visited sign signs "
    "signed order orders ordered approve approves approved veto vetoes vetoed resign resigns "
    "resigned win wins won lose loses lost vote votes voted lead leads led join joins joined "
    "arrive arrives arrived travel travels travelled traveled recall recalls recalled expel expels "
    "expelled suspend suspends suspended impose imposes imposed send sends sent withdraw withdraws "
    "withdrew deploy deploys deployed launch launches launched attack attacks attacked invade "
    "invades invaded annex annexed seize seizes seized recognise recognises recognised recognize "
    "recognizes recognized support supports supported back backs backed host hosts hosted serve "
    "serves served succeed succeeded defeat defeated appoint appointed nominate nominated elect "
    "elected campaign campaigned resume resumes resumed ban bans banned arrest arrested release "
    "releases released ratify ratified block blocks blocked cut cuts halt halts halted hold holds "
    "held give gives gave make makes made take takes took has have had will would shall could can "
    "may might must should is are was were does did do became become remains remained appeared "
    "appears seemed seems prepares prepared intends intended aims aimed pushes pushed pulls pulled "
    "keeps kept grew born died married studied graduated worked ran runs began begins "
    "started stopped came went returned left continues continued summon summons summoned postpone "
    "postpones postponed cancel cancels cancelled canceled boycott boycotts boycotted invite "
    "invites invited presents presented delays delayed accept accepts "
    "accepted learn learns learned ignore ignores ignored overrule overrules overruled pass passes "
    "passed extend extends extended freezes froze closes closed reopen reopens "
    "reopened raises raised lowers lowered needs needed prefer prefers preferred "
    "float floats floated shelve shelves shelved "
    "scrap scraps scrapped hesitate hesitates hesitated "
    "restore restores restored tighten tightens tightened relent relents relented "
    "consider considers considered sever severs severed presses pressed "
    "pays paid apply applies applied buys bought sells sold chooses chose fails failed yields "
    "yielded "
    "shelled bombed struck raided killed captured occupy occupies occupied retake retakes "
    "retook mobilise mobilises mobilised mobilize mobilizes mobilized massed stationed close "
    "open opens opened shut freeze lifts lifted ease eases eased break breaks broke free frees "
    "freed jail jails jailed detain detains detained deport deports deported extradite "
    "extradited pardoned execute executes executed shot sank boarded retaliate retaliates "
    "retaliated pay lend lends lent donate donates donated deliver delivers delivered repeal "
    "repeals repealed revoke revokes revoked renew renews renewed fined taxed downgrade "
    "downgrades downgraded evacuate evacuates evacuated surrender surrenders surrendered".split()
)

# Verbs of will whose subject may as well be a thing.
ALSO_OF_THINGS = frozenset(
    "have has had will would shall could can may might must should is are was were does did do "
    "became become becomes remains remained appeared appears seemed seems make makes made take "
    "takes took give gives gave hold holds held keeps kept came went ran runs run began begins "
    "started stopped continues continued left cut cuts launch launches launched serve serves "
    "served arrive arrives arrived host hosts hosted returned grew expects expect expected "
    "support supports supported replied lead leads led worked "
    "join joins joined won win wins".split()
)

LOCATIVE = frozenset(
    "in inside across throughout within near around outside through via into onto at toward "
    "towards beyond along off above".split()
)
COMPASS = frozenset(
    "eastern western northern southern central north south east west south-eastern southeastern "
    "south-western southwestern north-eastern northeastern north-western northwestern mainland "
    "occupied rural downtown coastal upper lower".split()
)
TRAVEL = frozenset(
    "travel travels travelled traveled travelling traveling trip trips fly flies flew "
    "flying flight flights go goes went going gone move moved moving return returned returning "
    "arrive arrived arriving come came flee fled fleeing sail sailed drive drove driving tour "
    "escape escaped head headed heading deport deported extradite extradited export exported "
    "exports emigrate emigrated migrate migrated road route journey train bus home back "
    "invitation invited close closer next".split()
)
GEOGRAPHY = frozenset(
    "east west north south border borders coast coastline capital region regions province "
    "provinces territory waters airspace city cities town towns village villages north-east "
    "north-west south-east south-west northeast northwest southeast southwest centre center "
    "island islands mountains peninsula interior frontier shores coasts climate weather landscape "
    "largest biggest second third oldest highest streets airport".split()
)
# "the capital of X", "east of X": X is a place there.
PLACE_OF = GEOGRAPHY | frozenset(
    "parts part half outskirts area areas rest edge end bank side people population map history "
    "citizens citizen most much some out suburb suburbs gulf lake sea bay university bishop "
    "archbishop mayor".split()
)
# "support from X": what can come only from an actor.
GIVEN_FROM = frozenset(
    "support aid help pressure threat threats response reply attack attacks weapons arms offer "
    "request promise commitment delegation delegations representatives officials advisers "
    "advisors diplomats leaders envoys ministers demand demands guarantee guarantees independence "
    "assurance assurances money gas pledge message letter warning warnings criticism "
    "condemnation approval permission negotiators statement statements reaction concessions "
    "apology recognition backing troops forces".split()
)
# "received tents from X", "recalled its envoy from X": what somebody has or wants of a state.
TAKEN_FROM = frozenset(
    "receive receives received receiving get gets got getting obtain obtains obtained obtaining "
    "secure secures secured securing win wins won winning draw draws drew drawn drawing attract "
    "attracts attracted buy buys bought buying purchase purchases purchased purchasing borrow "
    "borrowed borrowing order ordered demand demands demanded demanding seek seeks sought seeking "
    "request requests requested want wants wanted expect expects expected extract extracted wrest "
    "wrested face faces faced facing recall recalls recalled recalling accept accepts accepted "
    "need needs needed ask asks asked hear heard enjoy enjoys enjoyed gain gains gained "
    "seize seized capture captured retake retook take took taken".split()
)
# "delivered to X": what is brought to a government, even by the name of its seat.
GIVEN_TO = frozenset(
    "deliver delivered delivering delivers response reply message letter warning appeal signal "
    "signals concession concessions according loyal answer answers blow sent send ultimatum offer "
    "offers speak spoke spoken talk talks talked talking said aid pressure threat note protest "
    "aligned submitted handed given gave presented request proposal proposals allied "
    "hostile friendly opposed respond responded reach-out warned appealed bow bowed".split()
)
AIMED_AT = frozenset(
    "aimed levelled leveled directed angry anger furious hit lashed fury missile missiles rocket "
    "rockets shells fire fires fired firing shot shots".split()
)
# A preposition after which even the seat of a government is the government.
GOVERNMENT_AFTER = frozenset("with by between against on upon for about behind without".split())
ADDRESS_VERBS = frozenset(
    "lobby lobbies lobbied lobbying "
    "urge urges urged urging warn warns warned warning tell tells told telling ask asks asked "
    "asking press presses pressed pressing accuse accuses accused accusing blame blames blamed "
    "blaming pressure pressured pressuring sanction sanctioned criticise criticised criticize "
    "criticized condemn condemned support supports supported supporting arm armed arming help "
    "helped helping persuade persuaded persuading convince convinced thank thanked assure assured "
    "remind reminded dissuade dissuaded threaten threatened threatening punish punished deter "
    "deterred provoke provoked antagonise antagonize anger angered isolate isolated back backed "
    "backing force forced allow allowed bar barred demand demanded let lets prompting prompted "
    "invited invite want wants wanted wanting reassure reassured engage engaged confront "
    "confronted".split()
)
# What may stand between a name and its verb.
BEFORE_VERB = frozenset(
    "also has had have repeatedly again later then now still already once never not immediately "
    "recently reportedly officially formally publicly quickly swiftly strongly on".split()
)

# A state's adjective before one of these names the state as the one who acts.
ACT_NOUNS = frozenset(
    "invasion invasions attack attacks aggression response responses reply replies demand demands "
    "offer offers proposal proposals threat threats sanctions plan plans refusal decision "
    "decisions annexation commitment commitments pressure support aid assistance warning warnings "
    "position positions concern concerns strike strikes missile missiles airstrike airstrikes "
    "bombing bombings shelling offensive operation operations incursion occupation interference "
    "meddling influence policy policies diplomacy retaliation withdrawal pullback "
    "buildup build-up exercise exercises drills manoeuvres maneuvers claim claims denial denials "
    "allegation allegations accusation accusations statement statements intelligence weapons arms "
    "ambitions ambition move moves veto blockade embargo ban raid raids ultimatum request "
    "requests promise promises guarantees initiative mediation recognition objections objection "
    "opposition criticism condemnation rejection reaction stance tariffs bombardment "
    "assault drone drones expansion deployment deployments mobilisation mobilization ceasefire "
    "appeal appeals plea pleas complaint complaints lawsuit lawsuits "
    "provocation provocations retreat advance accession membership".split()
)

# What a body that speaks or decides has: "the court's ruling" was made by the court.
# "The party's appeal" is mostly its charm.
PAPERS = (ACT_NOUNS - {"appeal", "appeals"}) | frozenset(
    "ruling rulings order orders verdict judgment judgement finding findings report".split()
)

# A common noun before a name that says what is called so: "rights group Open Door".
DESCRIPTORS: dict[str, Sector | None] = {
    "group": "CVL", "charity": "CVL", "organisation": None, "organization": None, "company": "BUS",
    "firm": "BUS", "giant": "BUS", "bank": "BUS", "party": "PTY", "newspaper": "MED",
    "broadcaster": "MED", "channel": "MED", "magazine": "MED", "website": "MED", "agency": None,
    "tabloid": "MED", "daily": "MED", "station": "MED", "militia": "PRM", "union": "LAB",
    "watchdog": "CVL", "think-tank": "EDU", "university": "EDU", "alliance": None, "network": None,
    "movement": None, "carmaker": "BUS", "automaker": "BUS", "steelmaker": "BUS",
    "planemaker": "BUS", "chipmaker": "BUS", "drugmaker": "BUS", "airline": "BUS",
    "shipbuilder": "BUS", "smelter": "BUS", "refinery": "BUS", "brewery": "BUS",
    "steelworks": "BUS", "shipyard": "BUS", "carrier": "BUS", "chain": "BUS", "consortium": "BUS",
    "consultancy": "BUS", "cooperative": "BUS", "co-operative": "BUS", "manufacturer": "BUS",
    "guild": "LAB", "syndicate": None, "club": "CVL", "fund": None,
    "retailer": "BUS", "lender": "BUS", "insurer": "BUS", "refiner": "BUS",
    "conglomerate": "BUS", "multinational": "BUS", "start-up": "BUS", "startup": "BUS",
    "utility": "BUS", "weekly": "MED", "paper": "MED", "outlet": "MED",
    "portal": "MED", "NGO": "CVL", "nonprofit": "CVL", "federation": None, "confederation": None,
    "association": None, "foundation": "CVL", "institute": "EDU", "brigade": "MIL",
    "faction": None, "bloc": None, "collective": "CVL", "cartel": "CRM", "gang": "CRM",
}  # fmt: skip

# Lowercase nouns after "X's", or before "of X", that only a state has.
STATE_NOUNS = frozenset(
    "parliament government army navy military troops capital border borders embassy sovereignty "
    "constitution territory airspace coast coastguard ambassador independence economy neighbours "
    "neighbors premier waters rulers annexation invasion regime forces soil integrity".split()
)
STATE_KINDS = frozenset("Republic Kingdom Federation Principality Emirate Sultanate Duchy".split())
# Heads of a role phrase that only a state has: "the Xian navy", "Xian Foreign Minister".
STATE_HEADS = frozenset(
    "minister ministry navy army troops forces government parliament ambassador officials "
    "soldiers military embassy senate premier warships authorities lawmakers coastguard fleet "
    "president delegation diplomats ministers marines sailors jets paratroopers negotiators "
    "separatists rebels envoy diplomat negotiator coast guard police air force fishermen "
    "junta regime gunboats warplanes artillery chancellor king queen presidency capital "
    "counterpart counterparts intelligence lawmaker official delegates".split()
)

NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())

# Words of offices: a capital on one of them does not make it part of a name.
ROLE_STARTS = frozenset(
    "president prime minister foreign defence defense deputy vice secretary chancellor king queen "
    "prince general senator governor mayor ambassador envoy spokesman spokeswoman supreme former "
    "finance interior army navy air police parliament government ministry embassy first head "
    "chief leader special national security council state department the and".split()
)
# What bodies and states are called, too: "the champion Oru Rovers", "Norcoal, a partner".
ALSO_BODIES = frozenset(
    "ally backer champion client competitor employer finalist host leader loser maker member "
    "neighbor neighbour opponent owner partner participant rival sponsor supplier winner".split()
)
