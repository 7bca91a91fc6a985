/** Things, as in english-actions.ts: `class: words`. */
export const ENGLISH_THINGS = `
money: money cash dollar dollars buck bucks cent cents funds fund
money.currency: euro euros pound pounds yen yuan peso pesos rupee rupees franc francs ruble rubles krona won rand real lira dirham currency usd gbp eur jpy cny inr aud cad bitcoin forex
money.price: price cost charge expensive cheap rate fee fees how_much value worth pricing priced rates
money.discount: discount coupon offer deal promo voucher sale code promotion bargain rebate special cashback
money.bill: bill bills invoice receipt statement utility electric electricity cable water_bill gas_bill rent phone_bill due
money.bank: bank account checking savings balance banking branch atm teller bank_of_america chase wells_fargo citibank capital_one credit_union
money.card: card credit_card debit visa mastercard amex american_express discover credit debit_card platinum
money.limit: limit maximum ceiling cap max
money.score: score rating fico
money.interest: interest apr annual percentage_rate rate yield
money.points: points rewards reward miles cashback loyalty bonus redeem
money.pin: pin password passcode code pin_number login
money.routing: routing account_number routing_number swift iban
money.check: checks cheque check checkbook checkbooks
money.tax: tax taxes irs refund w2 w-2 1099 deduction withholding taxed form filing
money.stock: stock stocks share shares nasdaq dow market trading ticker price
money.transaction: transaction transactions purchases charges spending history activity expenses expenditure spent
money.retire: 401k retirement pension ira rollover roll_over
money.insure: insurance coverage policy insured premium plan deductible benefits
money.direct: direct_deposit paycheck payday payroll
time.when: when what_time how_soon what_day
time.clock: time clock o'clock hour hours oclock
time.zone: timezone time_zone est pst gmt utc central_time eastern pacific
time.duration: minute minutes second seconds hour hours day days week weeks month months year years how_long long duration while
time.date: date today calendar day tomorrow yesterday tonight
time.relative: now currently right_now soon later ago next last upcoming recent recently latest current past previous coming forthcoming
time.weekday: monday tuesday wednesday thursday friday saturday sunday weekday weekend mon tue wed thu fri sat sun
time.month: january february march april june july august september october november december jan feb aug sept oct nov dec
time.part: morning afternoon evening night noon midnight tonight am pm dawn dusk lunchtime
time.ordinal: first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 15th 20th twelfth fifteenth twentieth
time.holiday: holiday christmas thanksgiving easter halloween new_year valentine labor_day memorial_day independence_day birthday anniversary hanukkah diwali festival
time.often: every daily weekly monthly always often usually frequently each recurring repeat regularly
number: one two three four five six seven eight nine ten eleven twelve thirteen fifteen sixteen eighteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half quarter couple few several
place.city: london paris tokyo york chicago boston seattle denver dallas houston austin miami atlanta orlando phoenix portland philadelphia detroit vegas angeles francisco diego jose nashville memphis cleveland columbus cincinnati minneapolis milwaukee tampa baltimore charlotte pittsburgh sacramento oakland tulsa omaha orleans antonio honolulu toronto montreal vancouver mexico_city berlin munich rome milan venice madrid barcelona lisbon amsterdam brussels vienna prague budapest athens istanbul moscow dubai delhi mumbai bangalore beijing shanghai hong_kong singapore bangkok seoul sydney melbourne cairo nairobi lagos johannesburg dublin edinburgh manchester zurich geneva oslo stockholm helsinki copenhagen warsaw kiev nyc la sf hyderabad chennai kolkata pune jakarta manila hanoi taipei osaka kyoto lima bogota santiago havana cancun salt_lake fargo reno tucson albuquerque raleigh richmond buffalo louisville indianapolis kansas fresno anaheim
place.country: usa america states united_states england britain uk scotland ireland france germany italy spain portugal netherlands holland belgium switzerland austria greece turkey russia ukraine poland sweden norway finland denmark iceland china japan korea india pakistan bangladesh thailand vietnam indonesia malaysia philippines australia zealand canada mexico brazil argentina chile peru colombia cuba jamaica haiti egypt morocco kenya nigeria ethiopia africa ghana israel iran iraq saudi syria qatar emirates nepal mongolia cambodia europe asia romania hungary croatia serbia bulgaria fiji bahamas panama costa_rica ecuador bolivia venezuela south_africa tanzania uganda
place.state: texas florida california washington oregon nevada arizona utah colorado idaho montana wyoming dakota nebraska oklahoma minnesota iowa missouri arkansas louisiana wisconsin illinois michigan indiana ohio kentucky tennessee mississippi alabama georgia carolina virginia maryland delaware pennsylvania jersey connecticut massachusetts vermont maine hampshire hawaii alaska
place.nationality: american british english french german italian spanish portuguese dutch greek turkish russian polish swedish norwegian chinese japanese korean indian thai vietnamese mexican brazilian canadian australian african irish mandarin cantonese arabic hindi latin hebrew swahili finnish danish asian mediterranean european cuban ethiopian lebanese persian filipino
place.direction: north south east west left right straight toward away
place.where: where location place address nearest nearby near close closest around local here located whereabouts situated nearby
place.shop: store shop mall supermarket grocery market walmart target costco amazon ebay outlet boutique pharmacy bakery shopping retail
place.food: restaurant cafe diner bar pub steakhouse pizzeria eatery bistro mcdonalds starbucks subway kfc wendys applebees olive_garden red_lobster chipotle chilis denny outback ihop buffet taco_bell burger_king joint eat_at
place.hotel: hotel motel inn hostel room suite lodging accommodation resort airbnb hilton marriott hyatt stay
place.airport: airport terminal gate jfk lax ohare heathrow
place.home: home house apartment kitchen bedroom living_room bathroom garage room hallway basement attic office upstairs downstairs porch
place.work: office work company boss workplace employer headquarters firm manager
place.public: park museum library school university hospital gym theater theatre cinema zoo stadium beach church mall station bank post_office gas_station
place.route: route directions road street way highway path avenue map gps fastest shortest bridge exit turn interstate freeway
place.far: far distance miles mile kilometers away km long
travel.plane: flight plane airline airlines airplane delta united southwest jetblue american_airlines lufthansa airways jet
travel.luggage: luggage baggage suitcase bag bags carry_on carry-on backpack suitcases checked_bag
travel.train: train railway rail amtrak metro subway tube bus tram station transit
travel.taxi: taxi cab uber lyft ride driver
travel.ticket: ticket tickets fare pass seat seats
travel.visa: visa passport international abroad overseas foreign travelling embassy
travel.alert: alert warning advisory safe safety danger dangerous dangerous_area precautions
travel.shots: vaccine vaccines shot shots vaccination vaccinated immunization immunizations
travel.plug: plug outlet socket converter adapter voltage electrical
travel.rental: rent rental hire car_rental hertz avis enterprise rented lease
travel.sights: attractions sights tourist touristy sightseeing landmarks things_to_do activities see_and_do visit fun
car.car: car vehicle truck automobile suv van motorcycle toyota honda ford chevy bmw mazda nissan jeep sedan auto hyundai
car.tire: tire tires tyre tyres flat wheel wheels air pressure psi inflated
car.oil: oil oil_change motor_oil
car.fuel: gas fuel gasoline petrol diesel tank mpg mileage unleaded gallon gallons octane premium
car.battery: battery jump jump_start jumpstart cables jumper dead
car.service: maintenance tune_up mechanic service checkup inspection repair shop engine brake brakes serviced
car.traffic: traffic congestion jam backed_up rush_hour accident accidents congested road_conditions
food.meal: food meal breakfast lunch dinner brunch supper snack dish dishes feast cuisine entree
food.recipe: recipe recipes cook make ingredient ingredients
food.dish: pizza pasta spaghetti lasagna burger burgers hamburger sandwich sushi taco tacos burrito curry soup stew steak salad noodles ramen rice chili omelette omelet casserole pie cake cookies brownies bread pancakes waffles fries hotdog meatloaf meatballs ravioli risotto enchiladas dumplings kebab pho fajitas gumbo quesadilla quiche toast cupcakes muffins lobster macaroni cheesecake donuts popcorn nachos chips candy
food.ingredient: egg eggs milk butter cheese flour sugar salt pepper oil garlic onion onions tomato tomatoes potato potatoes carrot carrots spinach broccoli lettuce mushrooms beans corn cream yogurt honey vinegar basil cinnamon vanilla yeast chicken beef pork turkey fish salmon tuna shrimp bacon ham lamb sausage tofu apple apples banana bananas orange oranges grapes strawberries lemon lime avocado cucumber celery nuts peanut almonds chocolate cereal oatmeal mayo mustard ketchup sauce baking_soda shortening thyme oregano cumin nutmeg ginger kale zucchini asparagus peach peaches pear mango berries blueberries cranberries
food.drink: coffee tea water juice beer wine soda latte espresso cappuccino smoothie coke milkshake vodka cocktail
food.nutrition: calories calorie nutrition nutritional fat carbs carbohydrates protein vitamin vitamins sodium cholesterol fiber healthy unhealthy health diet nutrients
food.time: how_long cook bake oven minutes degrees
food.old: expire spoil spoiled rotten go_bad stale refrigerator fridge freezer last fresh leftover still_good
food.takeaway: takeaway takeout take_out delivery deliver carryout delivers takeaways
food.diet: vegan vegetarian gluten gluten-free dairy kosher halal keto organic low-fat
media.music: music song songs track tracks tune tunes album albums band artist singer melody lyrics soundtrack sing single
media.genre: rock pop jazz blues classical country rap hip hop metal folk reggae disco punk techno electronic dance opera soul indie
media.artist: beatles adele beyonce drake eminem madonna prince queen elvis metallica nirvana coldplay rihanna shakira sting u2 jackson taylor_swift ed_sheeran bieber katy_perry bruno_mars pink_floyd led_zeppelin rolling_stones mozart beethoven bach kanye jay-z lady_gaga
media.playlist: playlist library favorites mix shuffle queue
media.radio: radio station fm am channel frequency npr bbc
media.podcast: podcast podcasts episode episodes show series
media.book: book books audiobook novel chapter audible author story reading harry_potter
media.video: movie movies film films show tv television series netflix video youtube cinema showtimes theater
media.news: news headline headlines story stories newspaper article articles cnn bbc current_events happening breaking times journal politics election president world
media.social: twitter facebook instagram tweet post status social linkedin snapchat reddit feed wall timeline trending
media.game: game games play chess checkers poker scrabble trivia tic_tac_toe puzzle tetris solitaire monopoly mario sudoku hangman
media.volume: volume sound loud louder quiet mute audio speaker noise silent silence speakers unmute hear
media.photo: photo picture image camera selfie photos pictures
media.event: event events concert show festival game party exhibit fair match play happening tonight
home.light: light lights lamp bulb bulbs lighting brightness hue lamps illumination bright dark
home.colour: red blue green yellow orange purple pink white black brown violet color colour cyan gray grey gold silver
home.plug: plug socket wemo outlet smart_plug smart_socket switch
home.appliance: oven stove fridge refrigerator dishwasher washer dryer microwave heater fan thermostat tv vacuum roomba robot coffee_machine coffeemaker coffee_maker air_conditioner ac toaster kettle iron heating temperature
home.door: door lock garage gate window curtains blinds
weather: weather rain rainy raining sunny sun snow snowing cloudy clouds wind windy storm forecast temperature hot cold warm humid humidity degrees fahrenheit celsius umbrella jacket coat sunscreen outside hail fog freezing chilly thunder tornado hurricane drizzle sunrise sunset heat
science: science planet earth moon sun star space galaxy gravity chemistry physics element animal species dinosaur ocean mountain river atom universe temperature
person.family: mom mother dad father brother sister son daughter wife husband aunt uncle cousin grandma grandmother grandpa grandfather kids child children baby family parents boyfriend girlfriend niece nephew spouse grandparents partner
person.friend: friend friends buddy roommate neighbor colleague coworker coworkers contact contacts boss manager team client
person.name: john james david michael mary sarah bob tom jim joe mike jane kate mark paul anna emily steve peter dave sam alex bill george lisa susan karen jerry jack adam matt chris dan nick kevin brian eric amy laura julie linda jenny rachel tim ben jason josh luke ryan andrew robert william richard charles linda
person.famous: president actor actress singer celebrity king queen author scientist prime_minister obama trump einstein
person.staff: agent human person representative operator customer_service advisor executive customer_care staff someone real_person live support expert consultant
person.doctor: doctor dentist nurse physician dr nutritionist dietician dietitian specialist therapist
who.you: you your yours yourself
who.me: i me my mine myself
who.we: we us our ours
who.they: he she him her they them their his
about.bot: robot ai bot computer machine artificial intelligence human real_person siri alexa olly program assistant android virtual chatbot
about.age: age old birthday born birth how_old year
about.origin: from born origin hometown come_from where_are_you country grew_up hail
about.maker: made created built developed designed programmed maker creator manufacturer developer programmer inventor
about.hobby: hobby hobbies free_time spare_time fun interests pastime leisure
about.pet: pet pets dog dogs cat cats puppy kitten animal animals
about.skill: what_can_you_do capabilities abilities help_with skills able topics features know_how functions assist_with
about.meaning: meaning_of_life purpose life existence philosophy exist living
about.boss: boss work_for employer employ serve owner master
doc.list: list lists item items bullet groceries
doc.todo: todo to-do to_do task tasks chore chores errand errands agenda
doc.calendar: calendar schedule appointment appointments event events agenda meeting meetings planner
doc.email: email emails mail inbox gmail message messages unread spam mailbox
doc.contact: contact contacts address number phone_number address_book
doc.note: note notes memo record reminder reminders
doc.status: status progress update state standing news
work.vacation: vacation pto time_off days_off day_off paid_time_off leave sick holiday off
work.job: job position hiring resume interview
work.partner: franchise franchisee dealership distributor partner business wholesale reseller invest
device.phone: phone cell cellphone iphone android mobile smartphone device telephone galaxy samsung
device.computer: computer laptop tablet ipad printer wifi bluetooth internet website site web app application page browser software portal online
language: language spanish english french german chinese japanese italian russian korean portuguese vocabulary tongue
speech.speed: speed fast slow faster slower quicker quickly slowly pace rate speaking
speech.accent: accent voice male female british gender tone
order.order: order orders purchase item items product products
order.parcel: parcel package shipment delivery courier consignment box goods
order.address: address pincode zip zipcode postal pin_code location area city postcode code
order.payment: payment pay cod cash_on_delivery upi paypal paytm emi wallet net_banking gpay debit_card mode transaction
order.original: original genuine authentic fake real counterfeit duplicate authenticity legit certified
order.quality: quality expired damaged seal broken defective wrong_item
order.referral: referral refer invite earn friend code
order.account: account login signup sign_in password profile register username
health.body: hair skin face eye eyes stomach head heart bone joint muscle body teeth nails belly knee back foot weight lungs liver
health.illness: pain sick fever cough cold flu headache diabetes allergy infection disease cancer acne dandruff hairfall anxiety stress obesity virus covid corona coronavirus pandemic lockdown pcos thyroid cholesterol blood_pressure
health.remedy: medicine tablet tablets pill capsule capsules supplement supplements vitamin vitamins protein whey multivitamin omega herbal ayurvedic powder syrup oil cream shampoo soap lotion sanitizer gainer creatine bcaa biotin probiotic collagen
health.goal: immunity weight_loss lose_weight gain_weight fitness muscle fat bodybuilding gym workout exercise diet nutrition stamina energy
health.side: side_effect side_effects harmful safe safety reaction adverse allergic harm
measure: inch inches feet foot yard meter meters centimeters cm kilometer pound pounds ounce ounces gram grams kilogram kg liter liters gallon gallons cup cups tablespoon teaspoon quart pint tons weight length size big tall
question.what: what which what_kind
question.how: how in_what_way
question.why: why reason cause how_come what_for
question.who: who whom whose
question.howmuch: how_much how_many
polarity.not: not no never none without nothing neither nor unable cannot
quantity.all: all every everything any whole entire complete each
quality.good: good great best nice excellent top perfect fine delicious tasty popular favorite favourite well
quality.bad: bad worst poor terrible awful horrible wrong nasty
quality.new: new latest another fresh recent different
quality.size: big large small little huge tiny tall short long
quality.easy: easy simple quick fast quickly immediately asap urgent hurry
quality.safe: safe secure protected secure reliable
`;
