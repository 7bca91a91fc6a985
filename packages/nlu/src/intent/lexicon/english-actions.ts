/**
 * A small thesaurus of English: what people do and want. Written for this package; general, not of one shop or
 * data set. One line a sense: `class: words`; a dotted class also counts as its parents; `_` joins phrases.
 */
export const ENGLISH_ACTIONS = `
want: want wish would_like need desire require looking_for hoping like_to love_to wanna hope_to
can: can could able may might possible possibility allow allowed permit permitted
must: must should have_to need_to got_to required ought supposed necessary mandatory
help: help assist aid support assistance guide guidance advice advise
request.please: please kindly pls if_you_do_not_mind
give.send: send mail forward deliver dispatch ship submit transmit
give.give: give provide supply hand offer grant lend pass
get.get: get obtain receive acquire gain collect fetch grab pick_up retrieve
get.buy: buy purchase order shop pay_for get_me checkout procure
sell: sell selling sold resell market
return.goods: return returning refund reimburse reimbursement money_back send_back give_back
swap: exchange swap replace replacement substitute substitution substitutes alternative instead trade switch
change: change modify alter adjust edit update revise amend correct fix_up customize shift convert
change.increase: increase raise up boost higher more bump louder brighter turn_up crank extend maximize raising louden enhance grow strengthen
change.decrease: decrease lower reduce down less turn_down softer quieter dim drop cut minimize lessen soften shrink lighten darken tone_down
change.improve: improve better enhance upgrade optimize raise fix boost
start: start begin launch open initiate commence activate turn_on switch_on enable power_on fire_up run boot resume kick_off
stop: stop end halt quit cease finish terminate turn_off switch_off shut_off disable deactivate power_off shut_down shut pause exit kill abort enough shut_up
cancel: cancel cancellation call_off abort scrap revoke annul void nix undo forget withdraw
delete: delete remove erase clear take_off get_rid discard drop wipe cross_off eliminate scratch strike exclude trash
add: add include insert put append attach plus enter new incorporate throw_in place
create: create make build generate compose set_up form establish produce draft design prepare construct
save: save store keep record note write_down log remember preserve bookmark jot archive
find: find locate search look_for seek discover track hunt look_up google browse identify spot trace
show: show display list present pull_up bring_up view see reveal exhibit print read read_out
tell: tell say inform let_know explain describe state mention give_me_information notify enlighten share report clarify elaborate
ask: ask question inquire query wonder request inquiry enquire curious enquiry
know: know knowledge aware idea find_out learn understand figure_out realise realize
check: check verify confirm validate ensure make_sure double_check review inspect look_at examine see_if monitor look_over test
count: count tally number_of how_many total amount
compute: calculate compute add_up sum subtract multiply divide divided times plus minus square root math maths equation percent percentage solve solution addition subtraction multiplication division cube squared factorial average
speak: speak talk say speech speaking voice chat converse discuss conversation
repeat: repeat again once_more one_more_time rewind redo say_again rephrase restate pardon come_again
call: call phone ring dial telephone call_up get_on_the_phone contact reach make_a_call
message: text message sms email mail write send note ping chat_message whatsapp imessage
reply: reply respond answer response get_back write_back react
meet: meet meeting conference appointment session interview discussion get_together gathering
schedule: schedule plan arrange book set organize set_up reserve slot block_off timetable coordinate
book: book reserve reservation booking table_for hold make_a_reservation
remind: remind reminder notify notification alert remember do_not_forget heads_up warn nudge forget
alarm: alarm wake wake_up alarm_clock awake buzzer snooze
timer: timer countdown stopwatch set_a_timer
play: play listen hear put_on stream start_playing queue tune_in playback broadcast spin
pausing: pause hold_on wait stop_playing suspend
skip: skip next forward pass following jump_to advance
watch: watch view see stream look
read: read recite narrate
pay: pay payment settle spend paid charge charged cost pay_off repay pay_bill
transfer: transfer move send wire shift deposit remit
borrow: borrow loan lend mortgage credit owe debt
earn: earn make salary paycheck income wage pay payroll
save_money: save savings saving invest investment
travel: travel go visit trip journey fly tour vacation holiday getaway cruise travelling
move.go: go going head get_to travel leave depart reach arrive come visit
drive: drive driving ride commute car road
fly: fly flight airplane plane airline airfare flying
walk: walk foot stroll hike run jog
carry: carry bring take haul pack lug
eat: eat dine have_dinner consume dining lunch dinner breakfast feed eating
drink: drink sip beverage
cook: cook bake boil fry roast grill prepare make steam saute simmer microwave cooking fix whip_up
clean: clean vacuum sweep mop dust tidy wash hoover scrub cleaning neat
sleep: sleep nap rest bed bedtime asleep
work: work job employed employment working labor career occupation
fix: fix repair mend service maintenance patch solve resolve troubleshoot restore
break: break broken damage damaged crack cracked faulty defective busted malfunction not_working does_not_work smashed snapped ruined bent torn melted shattered scratched wrecked dead
lose: lose lost misplace misplaced missing cannot_find gone left_behind forgot
steal: steal stolen robbed theft thief fraud fraudulent scam swiped hacked suspicious unauthorized unauthorised scammed compromised swindled
block: block freeze frozen hold locked lock suspend stop restrict halt lockdown ban blocked lock_down
unblock: unblock unlock unfreeze release lift reactivate
expire: expire expiration expiry expires valid until best_before shelf_life good_thru expired
apply: apply application register sign_up enrol enroll join subscribe registration signup create_account
leave_service: unsubscribe leave opt_out close_account quit
approve: approve approved accept accepted grant go_through okayed authorise authorize
reject: reject decline declined deny denied refuse refused turned_down rejected failed not_accepted
accept: accept take honor honour allow
agree: yes yeah sure okay right correct affirmative indeed absolutely definitely certainly exactly true agree of_course sounds_good fine yup that_is_right
disagree: no nope not_really negative incorrect wrong false disagree never not_right
unsure: maybe perhaps possibly not_sure unsure uncertain might i_do_not_know undecided either not_certain
ignore: whatever do_not_care no_matter does_not_matter anything up_to_you you_decide no_preference indifferent
greet: hello hi hey good_morning good_evening good_afternoon greetings howdy nice_to_meet how_are_you what_is_up whats_up how_do_you_do yo hiya
bye: bye goodbye see_you later farewell see_ya good_night take_care so_long signing_off talk_to_you_later been_nice
thanks: thanks thank thank_you appreciate grateful thankful cheers much_appreciated gratitude
praise: great awesome amazing excellent wonderful good_job well_done fantastic nice brilliant perfect cool superb smart impressive outstanding
complain: complain complaint unhappy dissatisfied disappointed upset terrible awful horrible bad worst poor pathetic useless unacceptable disgusting
apologise: sorry apologise apologize apology regret excuse_me
joke: joke funny laugh humor humorous comedy hilarious pun amuse crack_me_up comedic
fact: fact trivia did_you_know interesting tidbit facts fun_fact
spell: spell spelling spelled letters
define: define definition mean meaning means term describe what_is_a stand_for dictionary interpretation
translate: translate translation how_do_you_say in_spanish in_french interpret language word_for how_would_i_say
pronounce: pronounce pronunciation accent sound
compare: compare comparison difference versus vs better_than differ
convert: convert conversion how_many_in equal equals exchange_rate equivalent in_terms_of
choose: choose select pick option choice prefer decide favorite favourite
recommend: recommend suggest recommendation suggestion advise ideas propose should_i best good
rate: rate rating rated review stars score feedback opinion reviews evaluate
like: like love enjoy fond favorite favourite adore prefer into fan
dislike: dislike hate not_like cannot_stand
feel: feel feeling mood sad happy bored tired lonely angry depressed
connect: connect link sync pair connection synchronize hook_up join integrate
disconnect: disconnect unlink unpair unsync detach disconnected
reset: reset restart reboot default factory original wipe restore
setting: setting settings configure configuration preferences mode option set
name: name call named called rename nickname known_as title refer_to address_me
share: share post publish upload tweet
follow: follow subscribe track
use: use using usage utilize utilise apply spend used spent
wait: wait waiting hold queue busy crowded line long packed
late: late delay delayed on_time schedule postponed overdue behind not_arrived still_waiting
track: track tracking status where_is trace progress whereabouts
deliver: deliver delivery shipping shipment dispatch ship courier parcel package arrive shipped delivered
arrive: arrive land arrival get_here get_there reach come arriving landing touch_down
depart: depart leave departure take_off board boarding leaving
happen: happen occur going_on event take_place
try: try attempt trying
open_hours: open close closing opening hours timing timings
roll: roll throw toss flip die dice coin heads tails flipping rolling
whisper: whisper quiet quietly softly low_voice
exist: there_is there_are have exist available availability in_stock stock
contain: contain include made_of ingredient consist composition content inside
`;
