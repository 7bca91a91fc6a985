/**
 * What people say to any bot that has nothing to do with its work: small talk, fragments, the world at large. The
 * rejector learns from them what is foreign; a line like the bot's own examples is left out, so a bot that tells jokes
 * goes on doing it. Written for this package.
 */
const ENGLISH = `
hi|hello there|hey|good morning|good evening to you|how are you doing today|what is up|nice to meet you|ok|okay then|fine|alright|sure|thanks a lot|thank you so much|bye for now|see you tomorrow|yes|no|maybe|hmm|what|why|who|really|lol|haha|wow|cool|great|nice one|i see|got it|never mind|no problem|wait|one moment please|are you there|anyone here|test|testing one two three|hello can you hear me|please reply|please tell me|i want to ask something|i have a question|can i ask you something|i need some help|help me|listen to me|you are useless|this is stupid|what a waste of time|i do not understand you|that is not what i asked|say that again|i already told you|you did not answer my question
what is the capital of france|who won the world cup|how tall is mount everest|what is the meaning of this word|how many people live in china|who is the president|when did the war end|why is the sky blue|how do planes fly|what is the largest animal|who wrote this book|how far is the moon|what language do they speak in brazil|who invented the telephone|how old is the earth|what is two plus two|what year did the titanic sink|which planet is the hottest|how deep is the ocean|what do bees eat|why do cats purr|who painted the mona lisa|what is the speed of light|how do magnets work|what causes earthquakes|when was the first computer built
tell me a story|sing me a song|do you like music|what is your favorite color|are you married|do you dream|where do you live|how old are you|do you have friends|can you dance|what do you look like|i love you|will you marry me|are you smarter than me|do you sleep|what did you eat today|who is your father|do you believe in god|let us play a game|guess what i am thinking
i am bored|i am so tired today|my dog is sick|my brother got a new job|it is raining here|i just got home|we are going to the beach|my head hurts|i had pasta for dinner|she said no|he never called me back|i am studying for an exam|the game was amazing last night|my neighbor is too loud|i cannot sleep at night|i think i am in love|my boss is angry with me|the kids are at school|happy new year|merry christmas everyone
how do i fix a leaking tap|how do i tie a tie|best way to learn guitar|how can i lose weight quickly|what should i wear to a wedding|how do i write a resume|how to remove a stain from a carpet|how do i train my puppy|what movie should i watch tonight|where can i find a good dentist|how long should i boil an egg|how do i change a bicycle tire|can you do my homework|solve this equation for me|write an essay about spring|which phone is better|is it safe to swim after eating|how to make friends in a new city|what stocks should i buy|how do i start a business|how do i apply for a passport|is the museum open today|what time does the train leave|book me a flight to rome|order me a pizza|turn off the lights|play some jazz|set an alarm for seven|what is the weather tomorrow|how is the traffic|call my mother|send a message to john|what is on tv tonight|who is playing tonight|did my team win|how much is a ticket to the zoo|find a parking spot|convert miles to kilometers|how do you spell necessary|translate good night to german
my name is anna|i am from india|john smith|24|1234|asdfgh|xyz|abc abc|blah blah blah|www|qwerty|monday|red|two|the blue one|on the table|over there|with my friend|because of that|and then what|for my sister|at home|not now|later|soon
`;
const CHINESE = `
在吗|在不在|有人吗|你好呀|哈喽|嗨|早上好|晚安|嗯|哦|好吧|行吧|可以|不行|算了|随便|哈哈哈|呵呵|啊|什么|为什么|怎么了|真的吗|谢谢你|没事了|再见|等一下|稍等|我想问个问题|问你个事|帮帮我|听我说|你听不懂吗|你是机器人吗|没用的东西|浪费时间|测试|测试一下|你说呢|然后呢|是这样的
今天天气怎么样|明天会下雨吗|给我讲个笑话|唱首歌吧|讲个故事|你喜欢什么颜色|你多大了|你结婚了吗|我爱你|做我女朋友吧|你吃饭了吗|你会跳舞吗|你是男的女的|你相信爱情吗|陪我聊聊天|我好无聊|我心情不好|我失恋了|我今天好累|我家猫生病了|我弟弟考上大学了|老板又骂我了|昨晚没睡好|刚到家|外面堵车|孩子上学去了|新年快乐|生日快乐|中秋快乐
法国的首都是哪里|世界上最高的山|一加一等于几|中国有多少人口|谁发明了电话|地球多少岁了|天为什么是蓝的|月亮离我们多远|唐朝是哪年灭亡的|红楼梦是谁写的|光速是多少|最大的动物是什么|股票怎么买|现在房价多少|今天比赛谁赢了|昨晚的球看了吗|哪部电影好看|推荐一首歌|附近有什么好吃的|怎么做红烧肉|鸡蛋煮几分钟|怎么减肥|怎么学英语|帮我写作文|帮我做数学题|怎么追女生|怎么修水龙头|轮胎没气了怎么办|怎么办护照|火车几点开|帮我订机票|订个酒店|叫个车|点个外卖|打开空调|关灯|定个闹钟|播放音乐|给妈妈打电话|北京怎么走|现在几点|今天星期几|人民币换美元|翻译成英语|手机哪个牌子好|电脑蓝屏了|游戏怎么通关|彩票中奖号码|星座运势|梦见蛇是什么意思|疫情怎么样了|谁当总统了|法律规定几岁结婚|小孩发烧怎么办|牙疼吃什么药|怎么种花|狗为什么叫
张三|李小明|我叫小红|我是四川的|123|abcd|啦啦啦|红的|两个|那个|在家|桌子上|跟朋友|因为他|等会儿|不知道|忘了|你猜|晚点说
`;

/** The lines, English and Chinese. */
export const BACKGROUND: readonly string[] = `${ENGLISH}${CHINESE}`
  .split(/[|\n]/)
  .map((line) => line.trim())
  .filter((line) => line !== '');
