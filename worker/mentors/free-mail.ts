/** Providers where anybody opens a mailbox, and those for mailboxes that are thrown away. */
export const FREE_MAIL = new Set(
  `gmail.com googlemail.com outlook.com outlook.in hotmail.com hotmail.co.uk hotmail.fr live.com live.in live.co.uk msn.com
yahoo.com yahoo.co.in yahoo.in yahoo.co.uk yahoo.co.jp yahoo.fr yahoo.de yahoo.com.br ymail.com rocketmail.com myyahoo.com
icloud.com me.com mac.com aol.com aim.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io
tuta.com keemail.me fastmail.com fastmail.fm hey.com zoho.com zoho.in zohomail.com zohomail.in mail.com email.com usa.com
gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org mail.de arcor.de
rediffmail.com rediff.com indiatimes.com sify.com in.com qq.com 163.com 126.com yeah.net sina.com sina.cn foxmail.com
aliyun.com naver.com daum.net hanmail.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp
mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua seznam.cz email.cz
centrum.cz post.cz wp.pl o2.pl interia.pl onet.pl op.pl orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr
libero.it virgilio.it tiscali.it alice.it tin.it bol.com.br uol.com.br terra.com.br ig.com.br globo.com sapo.pt
telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl bluewin.ch btinternet.com virginmedia.com sky.com ntlworld.com
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net rogers.com shaw.ca
sympatico.ca bigpond.com optusnet.com.au xtra.co.nz walla.co.il walla.com abv.bg inbox.lv inbox.lt
duck.com simplelogin.com simplelogin.io anonaddy.com addy.io mozmail.com privaterelay.appleid.com relay.firefox.com
mailinator.com guerrillamail.com sharklasers.com grr.la 10minutemail.com tempmail.com temp-mail.org yopmail.com
trashmail.com dispostable.com maildrop.cc getnada.com mintemail.com throwawaymail.com moakt.com emailondeck.com
fakeinbox.com mohmal.com tempr.email discard.email mailnesia.com burnermail.io`
    .split(/\s+/)
    .filter(Boolean),
)
