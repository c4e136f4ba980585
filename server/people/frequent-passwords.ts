/**
 * Passwords of ten characters and more that are tried first, in lower case and without trailing digits and signs
 * where those are decoration. Rows of keys, repetitions and one's own name are found by rule.
 */
const WORDS = `
password passwort password1234 passw0rd password123 mypassword mypassword1 thepassword newpassword oldpassword
passwordpassword contraseña contrasena contrasenia micontraseña motdepasse motdepasse1 wachtwoord
senhasenha minhasenha parola kennwort
iloveyou iloveyou123 iloveyoutoo iloveyousomuch iloveyou2 teamomucho teamoteamo tequieromucho jetaime
administrator administrador administrateur admin admin12345 adminadmin adminpassword rootroot superuser sysadmin
welcome welcome123 welcome1234 bienvenido bienvenidos bienvenue letmein letmeinnow changeme changeme123
changemenow changeit defaultpassword temporary temporal secretsecret topsecret mysecret trustno1
princess sunshine football baseball basketball superman batman spiderman starwars pokemon dragonball
dragon master monkey shadow michael jennifer jessica charlie liverpool manchester arsenal chelsea barcelona
realmadrid bocajuniors juventus riverplate corinthians flamengo palmeiras whatsapp whatsapp123 facebook
instagram google googlegoogle samsung samsung123 computer internet microsoft
qwerty qwertyui qwertyuiop qwertyuiop123 qwerty123456 qwerty12345 1qaz2wsx3edc 1qaz2wsx3e qazwsxedc qazwsxedcrfv
1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r 1q2w3e q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsx zaq1xsw2 asdfghjkl asdfghjkl1 zxcvbnm
zxcvbnm123 zxcvbnmasd azertyuiop azerty123456 qwertzuiop abcd1234 abcd123456 abc123456 abc1234567 a123456789
a1b2c3d4e5 aa12345678 aa123456789 1234567890 0123456789 0987654321 9876543210 12345678910 1234567891 123456789a
12345qwert 123456qwerty 123qweasdzxc 123123123123 1029384756 147258369 1472583690 159753456 789456123 7894561230
987654321 741852963 3.14159265 31415926535 google12345 pass123456 test123456 testtest testpassword
blink182 metallica slipknot nirvana corazon mariposa estrella familia amorcito amordemivida cristoteama
diosesamor diostebendiga jesucristo jesuschrist jesuslovesme godisgood blessed
correcthorsebatterystaple summer winter spring autumn verano invierno otoño primavera
january february september october november december monday tuesday wednesday thursday friday saturday sunday
baton batonbaton baton12345 handover dispatch
`;

export const FREQUENT: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
