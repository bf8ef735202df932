/** What stands at the top of every archive. */
export const README = `Your data at AspireX

data/          What we keep about you, one JSON file for each kind. Times are UTC, money is in minor units
               (paise, cents) with its currency. Other people appear by their ids alone.
data/messages.json
               What you wrote in conversations. What others wrote to you is theirs.
data/rooms.json
               What you wrote in the rooms of sessions: messages to a group, and shared notes that you wrote last.
calendar.ics   Your sessions, for any calendar program.
files/         Your pictures and documents as they are stored.

Not in here: passwords and other secrets, of which we keep only hashes, and what belongs to other people.
`
