/** `m` is the mentor, `s` the student; hours before now. */
type Said = [who: 'm' | 's', hours_ago: number, content: string]

export interface SeedTalk {
  mentor: string
  student: string
  said: Said[]
  /** How many of the last messages somebody has not read yet. */
  unread?: { mentor?: number; student?: number }
  pinned_by?: ('mentor' | 'student')[]
}

export const TALKS: SeedTalk[] = [
  {
    mentor: 'mira',
    student: 'asha',
    pinned_by: ['student'],
    unread: { student: 2 },
    said: [
      [
        's',
        1010,
        'Hello Mira, I am Asha, final year in Kochi. Before I book: do you also take people who have never been to an interview?',
      ],
      [
        'm',
        1007.5,
        'Those are my favourites, they have no bad habits yet. Start with the short session and tell me what you have built.',
      ],
      ['s', 1007, 'A bus timetable for our hostel. It is one Python file and a table.'],
      ['m', 1006.8, 'One file that people use beats ten that nobody does. See you on the board.'],
      ['s', 478, 'Thank you for today. I redrew the whole thing without the queue and it still works?'],
      [
        'm',
        476,
        'Yes. Now you know what the queue was for: nothing, yet. Keep the drawing, you will add it back one day and know why.',
      ],
      ['s', 146, 'The second offer came with a contract after I asked. I would not have asked.'],
      ['m', 145.2, 'You asked, so you get the credit. Read the notice period before you sign.'],
      ['s', 26, 'For our next session: ten hostels want the timetable. What breaks first?'],
      ['m', 25.1, 'Good question to bring. Write down three guesses before we talk, and order them.'],
      [
        's',
        24.7,
        '1. the table locks\n2. the one server in my room\n3. me, when they all call at seven in the morning',
      ],
      ['m', 2.4, 'Number three is the honest one and we start there.'],
      [
        'm',
        2.3,
        'Bring the numbers: how many people look at it between 6:45 and 7:15? A guess is fine, a log is better. Try: grep "06:5" access.log | wc -l',
      ],
    ],
  },
  {
    mentor: 'meera',
    student: 'asha',
    said: [
      ['s', 330, 'Hello Meera, I have a table of seats and a table of bookings and they disagree every Friday.'],
      ['m', 326, 'Then one of them is a copy. Which one may be wrong without anybody losing a seat?'],
      ['s', 325.6, 'The seats, I think. I only keep it to make the page quick.'],
      ['m', 325.5, 'There is your answer, and a session’s worth of reasons. Book a Wednesday, I am less tired.'],
      ['s', 300, 'Notes received, thank you! I have never seen anyone write “and then the power goes” so often.'],
      ['m', 52, 'For our next one, please read about write-ahead logs. Ten minutes, no more.'],
      ['s', 51, 'Done. It is like the shop’s kaccha book that is copied out clean in the evening.'],
      ['m', 50.5, 'I am going to steal that.'],
    ],
  },
  {
    mentor: 'oluwaseun',
    student: 'asha',
    unread: { student: 1 },
    said: [
      [
        's',
        388,
        'Good evening! I have to cancel at the last minute, our hostel has no electricity since noon. I am very sorry.',
      ],
      [
        'm',
        386,
        'You are telling a man from Lagos about electricity. No offence taken at all. Half of it comes back to you by itself.',
      ],
      ['s', 385.5, 'When it is back I will book the other one, the road to a first cloud job.'],
      ['m', 384, 'Good. Until then, read your own syslog for ten minutes a day. You will start to hear it.'],
      ['s', 70, 'Booked! Question in advance: do I need a certificate?'],
      [
        'm',
        5.2,
        'No. You need one server that has been up for a month and a page that says how you kept it up. I will show you mine.',
      ],
    ],
  },
  {
    mentor: 'priya',
    student: 'asha',
    said: [
      ['m', 640, 'Hello Asha, I have read your CV twice. The best line is on page two. Which one do you think I mean?'],
      ['s', 639, 'The bus timetable?'],
      ['m', 638.8, 'The bus timetable. “Used by 240 people every morning.” That is the first line now.'],
      ['s', 638, 'It feels like showing off.'],
      ['m', 637.5, 'It is a number. Showing off is an adjective.'],
      ['s', 230, 'Get well soon! I will take another evening when your voice is back.'],
      ['m', 190, 'Back, and only slightly like a radio. Choose any Thursday.'],
    ],
  },
  {
    mentor: 'nikhil',
    student: 'asha',
    said: [
      [
        's',
        108,
        'Hello Nikhil, my exam was moved to the morning of our session. I cancelled early enough, but I wanted to say it myself.',
      ],
      [
        'm',
        107,
        'Thank you for saying so. Exams first. Meanwhile try your page with the Tab key and tell me where you get stuck.',
      ],
      ['s', 96, 'At the second dropdown. Forever.'],
      ['m', 95.5, 'Everyone does. A plain list of links would do there. See you after the exam.'],
    ],
  },
  {
    mentor: 'mira',
    student: 'ananya',
    unread: { mentor: 1 },
    said: [
      ['s', 50, 'Hello Mira, Tomás said you are the person to ask about designers who are asked to code.'],
      ['m', 48, 'That was kind of him. What exactly did they ask for: a prototype, or production?'],
      ['s', 47.5, '“Ownership of the screen, end to end.”'],
      ['m', 47.2, 'Then we should talk about what the end is.'],
      ['s', 3.1, 'They sent the job description. Page two says on-call. Is that normal?!'],
    ],
  },
  {
    mentor: 'mira',
    student: 'arjun',
    said: [
      ['s', 30, 'Would twenty minutes be enough for “is data a way into engineering”?'],
      ['m', 29, 'For the question, yes. For the answer, a few years. Book the short one.'],
      ['s', 28.8, 'Booked, thank you!'],
    ],
  },
  {
    mentor: 'mira',
    student: 'daniel',
    said: [
      ['s', 76, 'Hi Mira, Toronto here. Your evening is my breakfast, so forgive the tea.'],
      ['m', 74, 'Tea is welcome. What do your engineers say that you do not understand?'],
      ['s', 73.5, '“Eventually consistent.” They say it and then they leave.'],
      ['m', 73.2, 'We will draw it with post cards. Bring six.'],
      ['s', 73, 'Six post cards, noted.'],
    ],
  },
  {
    mentor: 'mira',
    student: 'fatima',
    unread: { mentor: 2 },
    said: [
      ['m', 40, 'Thank you for a good hour. The replica question is the right one: what may this reader not see?'],
      ['s', 38, 'I wrote that on the wall. Literally, my flatmates have opinions.'],
      ['s', 6, 'I asked for another session, about payments that arrive twice.'],
      ['s', 5.9, 'In our shop it happened eleven times last month, I counted.'],
    ],
  },
  {
    mentor: 'mira',
    student: 'rohan',
    said: [
      ['s', 98, 'Ma’am, our festival site fell over at 9:00 exactly. 4,000 people pressed one button.'],
      ['m', 96, 'Then the button worked. Do you have the logs from 8:58 to 9:05?'],
      ['s', 95, 'Yes. They are mostly the word “timeout”.'],
      ['m', 94.5, 'Bring them. And Mira is fine, no ma’am.'],
    ],
  },
  {
    mentor: 'mira',
    student: 'harleen',
    said: [
      [
        'm',
        12,
        'Harleen, I had to cancel our session: a release was moved to that evening. Everything is on its way back to you.',
      ],
      ['s', 11, 'No problem at all! The rover needs me that evening anyway, it has lost a wheel again.'],
      ['m', 10.8, 'The same wheel?'],
      ['s', 10.7, 'The same wheel.'],
    ],
  },
  {
    mentor: 'tomas',
    student: 'ananya',
    said: [
      ['m', 33, 'Hi Ananya, I opened your draft on the train this morning.'],
      [
        'm',
        32.9,
        'Two things before we meet: which of the five would you defend at 2 am? And where did the bus project numbers come from?',
      ],
      ['s', 32.4, 'The bus one, easily. We rode route 159 for a week with a stopwatch.'],
      ['s', 32.3, 'I kept the raw times.\nSwargate: 412 s, seated\nDeccan: 655 s, standing\nKothrud: 731 s, standing'],
      [
        'm',
        4.1,
        '“We rode route 159 for a week with a stopwatch.” That sentence is your opening line. Do not write a better one.',
      ],
      ['s', 4, 'Will do. Should I leave the other four in?'],
    ],
  },
  {
    mentor: 'haruka',
    student: 'yuki',
    said: [
      ['s', 60, '佐藤さん、はじめまして。実験のノートブックをお送りしました。'],
      ['m', 57, 'はじめまして。拝見しました。テストの分け方から一緒に見ましょう。'],
      ['s', 56, 'ありがとうございます。方言ごとに分けたほうがいいでしょうか。'],
      ['m', 55.5, 'はい、話者ごとに。そこが全部です。'],
    ],
  },
  {
    mentor: 'gurpreet',
    student: 'harleen',
    said: [
      ['s', 150, 'Sir, the rover turns left. Always left.'],
      ['m', 149, 'Swap the motors. If it then turns right, it is the motor; if it still turns left, it is you.'],
      ['s', 147, 'It turns right now.'],
      ['m', 146.8, 'Congratulations, it is only a motor.'],
    ],
  },
  {
    mentor: 'lucia',
    student: 'sofia',
    unread: { student: 1 },
    said: [
      ['s', 27, 'Hej Lucía! I have a wordmark for a bakery and the R looks as if it is leaving.'],
      ['m', 20, 'Send it small, as small as a stamp. If it still leaves, let it go and draw another.'],
    ],
  },
  {
    mentor: 'sana',
    student: 'imran',
    said: [
      ['s', 240, 'The list stutters only on my uncle’s phone.'],
      ['m', 238, 'Then your uncle’s phone is the right phone. Record a trace there.'],
      ['s', 220, 'Build passes now, and it is smooth! You were right about the pictures.'],
      ['m', 219, 'Good. Next time we profile it cold, just after a restart.'],
    ],
  },
]
