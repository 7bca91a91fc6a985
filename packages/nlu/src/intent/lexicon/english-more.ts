/** Names, kinds and idioms, as in english-actions.ts: `class: words`. */
export const ENGLISH_MORE = `
person.name: aaron abby abigail adrian aiden alan albert alexander alexis alice alicia allison amanda amber andrea angela anita ann anne annie anthony april arthur ashley audrey austin barbara becky benjamin bernard beth betty beverly billy bobby bonnie brad bradley brandon brenda brent bruce bryan caleb calvin cameron carl carla carlos carol caroline carolyn carrie catherine cathy charlie charlotte cheryl chloe christian christina christine christopher cindy claire clara clark colin connie craig crystal cynthia daisy danny daphne darren dawn dean debbie deborah denise dennis derek diana diane donald donna doris dorothy doug douglas dylan eddie edward elaine eleanor elizabeth ella ellen emma erica ernest ethan eva evan evelyn faith felix fiona florence frank fred gabriel gary gavin gerald gina glen gloria gordon grace greg gregory hannah harold harry heather hector helen henry holly howard ian irene isaac isabella ivan jackie jacob jake jamie janet janice jared jasmine jay jean jeff jeffrey jennifer jeremy jessica jessie jill jimmy joan joanna joel johnny jonathan jordan joseph joyce juan judy julia julian justin karl katherine kathy katie keith kelly ken kenneth kim kimberly kristen kyle lance larry lauren lawrence leo leon leonard leslie lily logan lori louis lucas lucy luis lydia marcus margaret maria marie marilyn marion mario marvin martha martin mason maureen megan melanie melissa melvin michelle miguel mitchell monica nancy natalie nathan neil nicholas nicole nina noah nora norman oliver olivia oscar owen pam pamela pat patricia patrick paula pauline pedro penny perry phil philip phoebe phillip priya rahul ralph randy ray raymond rebecca regina rick rita robin rodney roger ron ronald rosa rose ross roy ruby russell ruth sally samantha samuel sandra sandy sara scott sean sergio seth shane shannon sharon shaun shawn sheila shelly sherry sidney simon sonia sophia sophie stacy stan stanley stella stephanie stephen stuart sue sylvia tammy tanya tara ted teresa terry thomas theresa tiffany tina todd tony tracy travis trevor tyler vanessa vera vernon veronica victor victoria vincent virginia wade wallace walter wanda warren wayne wendy wesley will willie xavier yolanda yvonne zach zoe camille ahmed ali omar mohammed fatima wei ming yuki kenji hans klaus pierre luca marco
person.relative: mum mama papa dads moms sis bro hubby fiance fiancee bride groom in-law stepmother stepfather stepson twins toddler newborn teenager teen sibling siblings relatives relative folks ancestor
person.job: teacher lawyer engineer programmer chef cook driver pilot farmer plumber electrician carpenter painter accountant manager secretary cashier waiter waitress clerk janitor mechanic barber hairdresser stylist veterinarian vet nanny babysitter gardener landlord tenant realtor banker broker soldier police policeman officer firefighter judge scientist professor student coach trainer pharmacist surgeon psychologist
person.celebrity: bieber britney kardashian oprah tom_cruise brad_pitt angelina_jolie leonardo_dicaprio jennifer_lopez jlo jay_z lebron messi ronaldo federer serena tiger_woods michael_jordan kobe elon_musk bill_gates steve_jobs zuckerberg bezos clinton bush putin gandhi mandela lincoln washington napoleon shakespeare hemingway dickens tolkien rowling stephen_king darwin newton galileo tesla edison marie_curie picasso van_gogh da_vinci kennedy reagan churchill hitler cleopatra aristotle plato
person.crowd: everyone everybody people anyone anybody somebody someone folks guys crowd
clothes: shirt shirts pants trousers jeans dress skirt jacket coat sweater hoodie hat cap gloves scarf socks shoe shoes boots sneakers sandals suit tie belt underwear shorts t-shirt blouse outfit clothes clothing wear laundry umbrella raincoat jewelry ring necklace watch sunglasses purse wallet
weather.wear: umbrella raincoat jacket coat hat scarf gloves boots sunscreen sunglasses sweater
animal: lion tiger bear elephant monkey gorilla zebra giraffe horse cow pig sheep goat chicken duck goose turkey rabbit mouse rat hamster squirrel fox wolf deer moose snake lizard turtle frog toad crocodile alligator shark whale dolphin octopus crab lobster spider ant bee butterfly mosquito bird eagle owl parrot penguin ostrich kangaroo koala panda camel bat beaver
plant: tree trees flower flowers plant plants grass rose tulip lily sunflower cactus garden lawn leaf leaves seed seeds crop crops
sport: soccer football baseball basketball hockey tennis golf rugby cricket volleyball swimming boxing wrestling skiing snowboarding surfing running marathon yoga gymnastics olympics nfl nba mlb nhl fifa world_cup super_bowl team teams league score scores playoffs championship tournament coach player match
sport.team: lakers bulls warriors celtics yankees dodgers cubs patriots cowboys packers steelers broncos giants eagles tigers knicks heat red_sox arsenal chelsea barcelona
school: school college university class classes homework exam exams test tests grade grades course courses degree student teacher lecture semester tuition scholarship essay thesis study studying
instrument: guitar piano violin drums drum flute trumpet saxophone cello bass ukulele keyboard harp clarinet
tool: hammer screwdriver wrench drill saw nail nails screw screws ladder tape glue paint brush bucket rope
furniture: chair table sofa couch bed desk shelf dresser cabinet drawer mattress pillow blanket carpet rug mirror closet
household: soap shampoo toothpaste toothbrush towel towels toilet_paper paper_towels detergent bleach trash_bags sponge napkins tissues lightbulb batteries candle candles diapers wipes razor deodorant lotion
electronics: television radio camera headphones earphones earbuds speaker speakers charger cable battery keyboard mouse monitor printer router modem drone console playstation xbox nintendo kindle smartwatch fitbit earpods airpods usb
company: google apple microsoft facebook amazon netflix tesla intel ibm sony samsung toyota walmart disney nike adidas coca-cola pepsi verizon comcast t-mobile sprint att at&t xfinity fedex ups usps dhl boeing exxon shell uber airbnb ikea starbucks
place.bank: usaa barclays hsbc td pnc ally discover fidelity vanguard schwab us_bank suntrust regions fargo citi santander
place.chain: outback applebees wendys arbys popeyes sonic dominos papa_johns pizza_hut little_caesars panera five_guys in-n-out shake_shack whataburger jack_in_the_box chick-fil-a dunkin krispy_kreme panda_express cheesecake_factory pf_changs bonefish texas_roadhouse longhorn ruth_chris cracker_barrel buffalo_wild_wings tgi_fridays hooters waffle_house carrabbas benihana nobu
place.store: kroger safeway publix aldi trader_joes whole_foods best_buy home_depot lowes macys nordstrom kohls sears jcpenney walgreens cvs rite_aid staples office_depot petco petsmart sephora ulta gap old_navy
place.city: aberdeen adelaide akron algiers ankara antwerp auckland augusta baghdad baku bali basel beirut belfast belgrade bergen birmingham bogota bonn bordeaux boulder brisbane bristol bruges bucharest buenos_aires calcutta canberra cape_town caracas cardiff casablanca charleston chengdu chiang_mai cologne cordoba dakar damascus detroit doha dortmund dresden durban dusseldorf el_paso florence fort_worth frankfurt gdansk genoa glasgow granada guadalajara guangzhou hague hamburg hamilton hanover harare hartford havana honolulu islamabad jackson jacksonville jerusalem kabul karachi kathmandu kingston krakow kuala_lumpur lahore lausanne leeds leipzig lille lincoln liverpool ljubljana long_beach lyon macau madison malaga marrakech marseille medellin mecca monaco montevideo muscat nagoya naples newcastle nice nottingham nuremberg odessa palermo perth phnom_penh plano porto pretoria quebec quito reykjavik rio riyadh rotterdam salzburg san_juan sao_paulo sarajevo savannah seville shenzhen sofia spokane st_louis strasbourg stuttgart surabaya tallinn tbilisi tehran tel_aviv tijuana toledo toulouse tripoli tunis turin valencia varanasi verona vilnius wellington wichita winnipeg yangon zagreb jodhpur jaipur goa redmond
place.landmark: eiffel_tower statue_of_liberty grand_canyon golden_gate times_square central_park disneyland disney_world big_ben taj_mahal great_wall niagara_falls mount_rushmore yellowstone yosemite colosseum everest white_house empire_state_building louvre
place.geography: ocean sea lake river mountain hill valley desert forest island beach coast continent volcano canyon bay jungle cave waterfall population capital border
money.currency: rial rials baht zloty shekel shekels rupiah ringgit dong won krone kroner forint koruna dinar dinars shilling shillings naira rand sol reais renminbi rmb sterling pence nickel dime quarter penny pennies quid grand
language: navajo hawaiian tagalog turkish polish czech danish norwegian finnish hungarian romanian ukrainian bengali urdu punjabi tamil telugu gujarati marathi persian farsi hebrew yiddish creole cantonese mandarin icelandic gaelic welsh malay zulu dialect slang bilingual fluent
science.topic: photosynthesis evolution electricity magnetism energy light sound heat dna cell cells bacteria virus dinosaurs fossil planet mars jupiter saturn venus mercury neptune comet asteroid nasa astronaut rocket physics chemistry biology geometry algebra theory molecule oxygen hydrogen carbon helium
history: war battle empire president revolution ancient century king queen pharaoh independence constitution civil_war world_war medieval
person.biography: born died birthday death age height tall married wife husband children networth net_worth famous invented discovered wrote painted starred directed founded
question.is: is are was were am
question.do: do does did
question.have: have has had
question.modal: can could would will shall should may might
lead.command: please go let make do be
politeness: please kindly thank thanks appreciate excuse pardon sorry
assistant.name: olly alexa siri google cortana bixby jarvis echo hal
hesitation: um uh hmm er well like so just actually really maybe okay oh hey
media.movie: movie movies film films flick cinema theater theatre showtimes showtime screening imdb actor actress director trailer comedy horror thriller romance drama documentary animated blockbuster oscar marvel star_wars avengers disney pixar batman titanic
media.play: play playing resume listen hear stream start put
media.song_part: lyrics chorus verse beat melody rhythm tempo tune composer vocalist remix cover
drink.coffee: coffee espresso latte cappuccino mocha americano joe brew caffeine java decaf roast brewing macchiato
food.order: order delivery takeout takeaway pickup menu delivered
food.fruit: apple banana orange grape strawberry blueberry raspberry blackberry pineapple watermelon melon kiwi plum cherry cherries apricot papaya coconut grapefruit pear fig date
food.vegetable: cabbage cauliflower pea peas eggplant radish beet turnip pumpkin squash leek artichoke okra yam sweet_potato jalapeno pepper peppers chili
food.meat: steak ribs wings brisket meatball veal duck chop filet sirloin hot_dog pepperoni salami jerky crab clams oysters scallops cod trout tilapia
food.sweet: cake cookie cookies brownie candy chocolate ice_cream pie pudding donut doughnut pastry dessert syrup jam jelly frosting custard
food.cuisine: italian chinese mexican indian thai japanese french greek korean vietnamese mediterranean american bbq barbecue seafood cajun sushi vegan
food.state: frozen raw cooked leftover ripe fresh canned opened dried spoiled rotten moldy
kitchen: pot pan oven stove grill microwave blender bowl plate cup glass fork knife spoon mug skillet wok
room: kitchen bedroom bathroom living_room dining_room hall hallway office garage basement attic porch lounge den study nursery laundry_room
light.level: dim dimmer darker brighter bright brightness low high intensity level percent maximum minimum lower raise soften
switch.on: turn_on switch_on lights_on power_on activate light_up illuminate put_on enable start
switch.off: turn_off switch_off lights_off power_off deactivate shut_off off kill_the
volume.up: louder volume_up turn_up increase_volume raise unmute more_volume crank
volume.down: quieter volume_down turn_down softer decrease lower_volume too_loud
volume.mute: mute silence silent shut_up be_quiet hush no_sound
again: again repeat once_more another back re
negation.verb: do_not did_not does_not will_not can_not could_not would_not is_not are_not was_not have_not
possess: my mine our your his her their own
quantity.little: few little less fewer some bit least minimum lowest low under
quantity.more: more most extra additional another further maximum highest high over above
time.future: will going_to tomorrow next soon later upcoming tonight future
time.past: was were did had ago last yesterday previous earlier before recently already past
time.frequency: daily weekly monthly yearly annually hourly every each recurring always often usually never sometimes
time.season: summer winter spring fall autumn season
distance.unit: mile miles km kilometer kilometers meter meters foot feet yard yards inch inches block blocks
temperature: celsius celcius fahrenheit degrees degree temperature temp hot cold warm cool freezing
finance.invest: invest investing investment stocks bonds fund funds portfolio etf dividend broker trading bitcoin crypto gold
finance.loan: loan mortgage lender refinance lease borrow student_loan debt
finance.spend: spend spent spending cost purchase purchases bought expenses expenditures budget
finance.pay_in: salary wage wages income earnings paycheck paid make earn payday compensation
finance.owe: owe owed due outstanding balance bill payment amount
finance.card_problem: declined rejected refused denied stopped_working not_working lost stolen damaged cracked snapped scratched
finance.dispute: fraud fraudulent suspicious unauthorized unrecognized dispute did_not_make weird strange fishy
device.state: on off plugged unplugged charged broken dead frozen slow connected
health.feel: sick ill tired dizzy nauseous sore hurt hurting ache pain weak unwell itchy swollen
health.food: healthy unhealthy nutrition calories diet good_for_you bad_for_you good_for_me
thought: think believe guess suppose feel wonder consider opinion thoughts view
truth: true truth false fact facts lie real really accurate correct wrong right
life: life live living exist existence alive born die death universe meaning purpose
emotion.happy: happy glad excited joy great wonderful delighted pleased cheerful thrilled
emotion.sad: sad unhappy depressed down lonely upset miserable cry heartbroken blue
emotion.angry: angry mad furious annoyed frustrated irritated sick_of fed_up hate
swear: shit damn hell crap fuck sucks suck stupid idiot dumb
exclaim: wow omg oh hey yay ugh ouch whoa
understand: understand understood get_it comprehend clear confused confusing lost unclear explain elaborate clarify mean
attention: listen hey attention wake_up hello look
finish: done finished complete completed over end ended finalize through
begin: begin start started starting commence
remain: left remaining remain still rest leftover available balance
own: have own got possess hold keep
need.thing: out_of run_out ran_out low_on need_more lack
transport.vehicle: train bus plane car taxi cab boat ship ferry bike bicycle scooter subway tram truck
transport.book: ticket tickets book reserve seat one-way round-trip roundtrip fare
transport.jam: traffic jam congestion accident construction road_closed delays backed_up commute rush_hour
transport.route: route way directions navigate get_to road map path
service.home: plumber electrician cleaning repair renovation moving
shop.stock: available availability in_stock out_of_stock stock sold_out inventory restock
shop.ship: ship shipping shipped delivery deliver delivered dispatch dispatched courier parcel package transit
shop.area: pincode pin_code zip area city location region deliver_to serviceable my_area
shop.time: how_long how_many_days when_will days eta expected estimated delay delayed
shop.refund: refund money_back return exchange replace replacement reimburse
shop.wrong: wrong incorrect different damaged broken missing defective expired leaking duplicate
shop.cancel: cancel cancellation cancelled cancelling canceled do_not_want changed_my_mind
shop.payment: payment pay paid cod card upi wallet emi failed transaction debited deducted gateway cash
shop.staff: customer_care customer_service support agent executive representative helpline call_center call_centre toll_free contact_number contact phone_number
shop.product: product products item items brand range catalogue catalog
shop.account: account login log_in sign_in signup sign_up password otp register registration profile
shop.site: website app site page link portal option error loading visible working
shop.business: franchise dealer dealership distributor distributorship wholesale partner partnership vendor supplier bulk
shop.physical: store stores outlet outlets shop shops branch retail physical offline near_me
shop.reward: refer referral coupon promo cashback earn points offer discount code
shop.covid: covid corona coronavirus lockdown pandemic quarantine wfh work_from_home
`;
