//! Days counted from an epoch, in formats of dates and times.

use jiff::{Span, civil};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::{parse::Part, plain};

/// What days are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Epoch {
    /// 1 January 1900 is 1, and 1900 has a 29 February that it did not have.
    Since1900,
    /// 1 January 1904 is 0.
    Since1904,
}

/// 31 December 9999, counted from 1900: the last day of spreadsheets.
const LAST: i64 = 2_958_465;

/// The seconds of a day.
const DAY: i64 = 86_400;

impl Epoch {
    /// Day 0, for days from the one where the calendar is right again.
    fn day_zero(self) -> civil::Date {
        match self {
            Self::Since1900 => civil::date(1899, 12, 30),
            Self::Since1904 => civil::date(1904, 1, 1),
        }
    }

    /// The date of a day, if it is one.
    fn date(self, day: i64) -> Option<civil::Date> {
        let day = match (self, day) {
            (Self::Since1900, 1..60) => day + 1,
            (Self::Since1900, 0 | 60) => return None,
            _ => day,
        };
        self.day_zero().checked_add(Span::new().try_days(day).ok()?).ok()
    }
}

/// The number that a date like `2026-01-01T12:00:00` is stored as elsewhere.
pub(in super::super) fn serial(text: &str, epoch: Epoch) -> Option<String> {
    let text = text.trim().trim_end_matches('Z');
    let moment: civil::DateTime = text.parse().ok()?;
    let days = i64::from(epoch.day_zero().until(moment.date()).ok()?.get_days());
    let time = moment.time();
    let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    let part = Decimal::from(seconds).checked_div(Decimal::from(DAY))?;
    Some(plain(Decimal::from(days).checked_add(part)?))
}

/// A day by the parts of its section; none where it is no day of the calendar.
pub(super) fn show(parts: &[Part], value: Decimal, epoch: Epoch) -> Option<String> {
    let moment = Moment::of(parts, value, epoch)?;
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Literal(literal) => out.push_str(literal),
            Part::Time('m', width @ 1..3) if is_minute(parts, at) => pad(moment.minute(), *width, &mut out),
            Part::Time(unit, width) => moment.write(*unit, *width, &mut out)?,
            Part::Elapsed(unit, width) => pad(moment.elapsed(*unit), *width, &mut out),
            Part::Half(before, after) => out.push_str(if moment.hour() < 12 { before } else { after }),
            Part::Point if !matches!(parts.get(at + 1), Some(Part::Digit(_))) => out.push('.'),
            Part::Point => moment.write_fraction(&mut out),
            Part::Slash => out.push('/'),
            Part::Comma => out.push(','),
            Part::Percent => out.push('%'),
            Part::Digit(_) | Part::General | Part::Text => {}
        }
    }
    Some(out)
}

/// Whether an `m` is minutes: behind hours or before seconds, whatever literals lie between.
fn is_minute(parts: &[Part], at: usize) -> bool {
    let is = |part: Option<&Part>, wanted| matches!(part, Some(Part::Time(unit, _) | Part::Elapsed(unit, _)) if *unit == wanted);
    let times = |part: &&Part| matches!(part, Part::Time(..) | Part::Elapsed(..));
    let before = parts.iter().take(at).rfind(times);
    let after = parts.iter().skip(at + 1).find(times);
    is(before, 'h') || is(after, 's')
}

/// A moment in the parts that are shown of it.
struct Moment {
    day: i64,
    date: Option<civil::Date>,
    /// Parts of a second since midnight.
    ticks: i64,
    /// How many digits of seconds are shown.
    digits: u32,
    /// Whether hours count to twelve.
    halves: bool,
}

impl Moment {
    fn of(parts: &[Part], value: Decimal, epoch: Epoch) -> Option<Self> {
        let digits = parts.iter().filter(|part| matches!(part, Part::Digit(_))).count().min(9);
        let digits = u32::try_from(digits).ok()?;
        let whole = value.trunc();
        let in_day = DAY * 10_i64.pow(digits);
        let ticks = (value - whole).checked_mul(Decimal::from(in_day))?;
        let ticks = ticks.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()?;
        let day = whole.to_i64()?.checked_add(ticks / in_day)?;
        if value.is_sign_negative() && !value.is_zero() || day > LAST {
            return None;
        }
        let halves = parts.iter().any(|part| matches!(part, Part::Half(..)));
        Some(Self { day, date: epoch.date(day), ticks: ticks % in_day, digits, halves })
    }

    fn seconds(&self) -> i64 {
        self.ticks / 10_i64.pow(self.digits)
    }

    fn hour(&self) -> i64 {
        self.seconds() / 3600
    }

    fn minute(&self) -> i64 {
        self.seconds() / 60 % 60
    }

    /// All hours, minutes or seconds since the epoch.
    fn elapsed(&self, unit: char) -> i64 {
        let seconds = self.day * DAY + self.seconds();
        match unit {
            'h' => seconds / 3600,
            'm' => seconds / 60,
            _ => seconds,
        }
    }

    fn write_fraction(&self, out: &mut String) {
        out.push('.');
        pad(self.ticks % 10_i64.pow(self.digits), self.digits as usize, out);
    }

    fn write(&self, unit: char, width: usize, out: &mut String) -> Option<()> {
        match unit {
            'h' if self.halves => pad((self.hour() + 11) % 12 + 1, width, out),
            'h' => pad(self.hour(), width, out),
            's' => pad(self.seconds() % 60, width, out),
            _ => write_date(self.date?, unit, width, out),
        }
        Some(())
    }
}

fn write_date(date: civil::Date, unit: char, width: usize, out: &mut String) {
    let month = MONTHS[usize::from(date.month().unsigned_abs() - 1) % 12];
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()) % 7;
    match (unit, width) {
        ('y', 1 | 2) => pad(i64::from(date.year()) % 100, 2, out),
        ('y', _) => pad(i64::from(date.year()), 4, out),
        ('m', 1 | 2) => pad(i64::from(date.month()), width, out),
        ('m', 3) => out.push_str(&month[..3]),
        ('m', 5) => out.push_str(&month[..1]),
        ('m', _) => out.push_str(month),
        ('d', 1 | 2) => pad(i64::from(date.day()), width, out),
        ('d', 3) => out.push_str(&WEEKDAYS[weekday][..3]),
        ('d', _) => out.push_str(WEEKDAYS[weekday]),
        (_, 3) => out.push(WEEKDAYS_ZH[weekday]),
        _ => out.extend(['星', '期', WEEKDAYS_ZH[weekday]]),
    }
}

/// A number with zeros before it, up to two digits and in years four.
fn pad(number: i64, width: usize, out: &mut String) {
    out.push_str(&format!("{number:0width$}", width = width.min(9)));
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const WEEKDAYS_ZH: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
