/**
 * What guessers try first, in lower case: leaked favourites in English and Chinese, keyboard walks, and
 * words of the trade. Written for this project; the rule also strips digits and signs at the end.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
password passw0rd p@ssword p@ssw0rd pass passwd password1 password12 mypassword thepassword
newpassword qwerty qwertyuiop qwertyuiop1 qwerty123 qwerty1234 asdfgh asdfghjkl zxcvbn zxcvbnm
qazwsx qazwsxedc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx q1w2e3r4 q1w2e3r4t5
qweasd qweasdzxc asdasd qweqwe zxczxc abc abcd abcdef abc123 abcd1234 a123456 a123456789 aa123456
aa123456789 abc123456 abc123456789 abcd123456 q123456 qq123456 qq123456789 z123456 w123456
wang123456 zhang123456 li123456 123456a 123456aa 123456abc 123456789a 1234567890a 123456q 123456qq
a1b2c3 a1b2c3d4 a1b2c3d4e5 123qwe 123qweasd 123abc 1234qwer qwer1234 asdf1234 zxcv1234 admin123
root123 test123 user123 1234567890 0123456789 0987654321 9876543210 1122334455 11223344556
1212121212 1231231234 123123123123 12345678910 123456789012 1234554321 1111111111 0000000000
6666666666 8888888888 5201314520 5201314 520520 1314520 13145201314 147258369 1472583690 159357
159753 789456123 7894561230 741852963 987654321 112233445566 19871987 123654789 woaini woaini520
woaini1314 woaini521 woaiwojia woaiziji woshishui nihao nihaoma wodemima mima mima123456 caonima
tiankong zhongguo beijing shanghai guangzhou shenzhen taobao tianmao jingdong alibaba weixin wechat
tencent kefu kefu123456 kefu888888 dianpu laoban xiaomi huawei admin administrator administrador
root toor system sysadmin superuser manager supervisor operator support service helpdesk owner guest
user username test testing tester demo sample example temp temporary default changeme changeit
change letmein letmein1 welcome welcome1 welcome123 welcometo login signin secret topsecret access
master master123 shop shopping customer customerservice company office computer internet server
database oracle iloveyou iloveu loveyou lovelove loveme mylove forever princess sunshine football
baseball basketball soccer hockey monkey dragon shadow superman batman spiderman starwars pokemon
michael jordan jennifer jessica ashley daniel charlie thomas robert andrew joshua hunter buster
tigger ginger pepper cookie cheese banana orange summer winter spring autumn january february monday
friday samsung google facebook twitter linkedin youtube microsoft windows apple iphone android
freedom whatever trustno1 trustme blink182 hello hello123 helloworld hellohello goodluck killer
ninja mustang corvette ferrari porsche mercedes yamaha harley nothing computer1 corporate
correcthorsebatterystaple
`
    .trim()
    .split(/\s+/),
);
