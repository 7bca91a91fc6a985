/** Works, brands and phrases that most people know, as in english-actions.ts: `class: words`. */
export const ENGLISH_CULTURE = `
culture.book: pride_and_prejudice animal_farm two_towers lord_of_the_rings hobbit great_gatsby moby_dick war_and_peace jane_eyre wuthering_heights oliver_twist david_copperfield great_expectations treasure_island robinson_crusoe gulliver tom_sawyer huckleberry_finn alice_in_wonderland dracula frankenstein sherlock_holmes catcher_in_the_rye to_kill_a_mockingbird brave_new_world fahrenheit hunger_games twilight da_vinci_code game_of_thrones narnia dune iliad odyssey hamlet macbeth romeo_and_juliet othello bible quran matilda charlotte_web little_women anna_karenina les_miserables don_quixote agatha_christie george_orwell jane_austen mark_twain dan_brown john_grisham paulo_coelho neil_gaiman audible chapter paperback hardcover narrator memoir autobiography
culture.game: farmville candy_crush angry_birds minecraft fortnite pokemon zelda sims call_of_duty world_of_warcraft solitaire tetris pacman pac_man hangman scrabble chess checkers monopoly poker blackjack bingo uno sudoku crossword rock_paper_scissors paper_scissors tic_tac_toe hide_and_seek twenty_questions truth_or_dare pinball bowling darts puzzle quiz trivia riddle battleship connect_four backgammon mahjong roulette
culture.band: abba aerosmith ac_dc arctic_monkeys backstreet_boys beach_boys black_sabbath blink bon_jovi cardi_b chainsmokers cher daft_punk david_bowie deep_purple depeche_mode dolly_parton duran_duran eagles elton_john enya evanescence fleetwood_mac foo_fighters frank_sinatra genesis gorillaz green_day guns_n_roses imagine_dragons iron_maiden janet_jackson jennifer_lopez jimi_hendrix john_legend johnny_cash justin_timberlake kendrick_lamar kings_of_leon kiss lana_del_rey linkin_park lorde luther_vandross mariah_carey marley maroon metallica michael_buble miley_cyrus moby muse nickelback nina_simone norah_jones oasis one_direction ozzy paramore pearl_jam phil_collins radiohead red_hot_chili_peppers ricky_martin sam_smith santana selena_gomez sia simon_and_garfunkel spice_girls stevie_wonder tupac usher van_halen weezer whitney_houston
culture.app: spotify pandora itunes soundcloud youtube hulu netflix grubhub doordash ubereats postmates instacart deliveroo seamless zomato swiggy yelp opentable tripadvisor expedia kayak waze google_maps skype zoom whatsapp messenger telegram slack tiktok pinterest tumblr quora wikipedia gmail outlook yahoo venmo paypal zelle mint evernote
media.outlet: reuters tribune guardian times post journal herald gazette associated_press bloomberg fox msnbc nbc abc cbs espn al_jazeera buzzfeed huffington headlines newsletter magazine
sport.league: uefa champions_league premier_league la_liga bundesliga olympics world_series stanley_cup wimbledon us_open grand_prix formula_one derby championship
phrase.unclear: did_not_understand could_not_understand not_understand not_clear do_not_get did_not_get confused rephrase explain_more elaborate clarify what_do_you_mean did_you_mean what_you_said tell_me_more more_detail in_other_words
phrase.again: one_more_time once_again say_again say_it_again come_again repeat_that pardon_me what_did_you_say did_not_hear did_not_catch last_message
phrase.wrong: not_what_i that_is_wrong you_got_it_wrong misunderstood not_right incorrect you_are_wrong that_is_not i_said i_meant got_me_wrong
phrase.right: that_is_right you_are_right got_it_right it_is_correct that_is_correct done_it_right exactly spot_on you_got_it perfect correct_answer
phrase.praise: you_did_well good_job great_job nice_job nice_work great_work well_done good_work you_are_great you_rock you_are_awesome you_are_amazing love_you smart_assistant
phrase.indifferent: do_not_care do_not_mind no_difference makes_no_difference either_way anything_is_fine whichever whatever no_idea up_to_you any_one no_matter
phrase.confirm: please_confirm confirm_it can_you_confirm double_check verify did_you make_sure check_that
phrase.stop: shut_down shut_up be_quiet stop_talking stop_it that_is_enough stop_now talk_to_you_later cancel_that quit_it hold_on
phrase.what_is_new: what_is_new new_updates status_updates keep_me_updated what_is_happening what_is_going_on going_around latest_on update_me
phrase.near: near_me near_by close_by around_here in_my_area in_my_city in_town close_to_me within walking_distance
phrase.how_far: how_far how_long_to how_long_does_it_take drive_to get_to go_to travel_time commute
phrase.definition: what_is_a what_is_an what_does_it_mean definition_of meaning_of define explain describe_a stand_for
phrase.who: who_is who_was who_are who_won who_did what_year when_was when_did where_was
phrase.fact: longest largest biggest tallest highest deepest fastest smallest oldest population capital founder inventor river ocean continent
phrase.math: plus minus times divided_by multiplied square_root equation formula area circle radius sum percent_of algebra how_much_is_two
phrase.stock: share_price stock_price close_at opened_at trading_at nasdaq dow_jones s_and_p market_cap
phrase.currency: exchange_rate compared_to_the worth_in dollar_to euro_to in_dollars in_euros conversion_rate
phrase.colour: set_the_mood change_the_color colour color mood_lighting
phrase.horoscope: horoscope zodiac astrology aries taurus gemini virgo libra scorpio sagittarius capricorn aquarius pisces
`;
