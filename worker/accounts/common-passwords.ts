/** Passwords of at least eight characters that appear at the top of every leaked list (A4), lower case. */
export const COMMON_PASSWORDS = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890
  11111111 00000000 87654321 qwertyui qwertyuiop qwerty123 qwerty12 qwerty1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq12wsx
  q1w2e3r4 asdfghjk asdfghjkl zxcvbnm1 iloveyou iloveyou1 sunshine princess football baseball superman batman123
  trustno1 welcome1 welcome123 letmein1 letmein123 monkey123 dragon123 master123 shadow123 michael1 jennifer whatever
  starwars computer internet samsung1 pokemon1 charlie1 jordan23 liverpool chelsea1 arsenal1 abcd1234 abc12345 a1b2c3d4
  admin123 admin1234 administrator root1234 changeme changeme123 default1 guest123 test1234 testtest testing123
  secret123 access14 mustang1 hello123 freedom1 nothing1 india123 india@123 krishna1 password! password@123 pass@123
  pass1234 aa123456 a123456789 123123123 123321123 147258369 159753456 987654321 12341234 11223344 22222222 33333333
  44444444 55555555 66666666 77777777 88888888 99999999 12121212 13131313 10203040 1234abcd qazwsxedc 1qazxsw2 google123
  facebook linkedin aspirex1 aspirex123`.split(/\s+/),
)
