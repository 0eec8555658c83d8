using System.Collections.Concurrent;

namespace GameNight.Tests.Rooms.Crowd;

/// <summary>What the phones of a room were told is done, and what the game said later. Safe for concurrent use.</summary>
internal sealed class CrowdLedger
{
    // By the rules, so that the game's own sums are checked by somebody else's.
    private const int Agreement = 30;
    private const int Known = 50;

    private readonly ConcurrentBag<(int Round, int Seat)> _draws = [];
    private readonly ConcurrentBag<(int Round, int Seat, Guid Drawing, int? Digit)> _votes = [];
    private readonly ConcurrentDictionary<int, IReadOnlyList<SeenDrawing>> _reveals = [];
    private readonly ConcurrentDictionary<(int Round, int Seat), (SeenJury Jury, int Points)> _seats = [];

    public int Draws => _draws.Count;

    public int Votes => _votes.Count;

    public void Draw(int round, int seat) => _draws.Add((round, seat));

    public void Vote(int round, int seat, Guid drawing, int? digit) => _votes.Add((round, seat, drawing, digit));

    /// <summary>Notes what a phone sees of a round when its secrets are out.</summary>
    public void See(SeenRoom room)
    {
        if (room is not { Reveal: { } reveal, JuryPoints: { } jury, You: { } you })
            return;
        _reveals.TryAdd(room.Round, reveal);
        _seats.TryAdd((room.Round, you.Seat), (jury, you.Points));
    }

    /// <summary>What is not as it was acknowledged; none where all is well.</summary>
    public IReadOnlyList<string> FindFaults() => [.. _reveals.Keys.Order().SelectMany(FaultsOf), .. PointFaults()];

    private IEnumerable<string> FaultsOf(int round)
    {
        var shown = _reveals[round];
        var drawn = _draws.Where(draw => draw.Round == round).Select(draw => draw.Seat).ToList();
        foreach (var seat in drawn)
        {
            var count = shown.Count(drawing => drawing.Seat == seat);
            if (count != 1)
                yield return $"Round {round}: seat {seat} was told that its drawing is taken, and it is shown {count} times.";
        }

        foreach (var drawing in shown.Where(drawing => !drawn.Contains(drawing.Seat)))
            yield return $"Round {round}: seat {drawing.Seat} was not told that its drawing is taken, and it is shown.";
        var votes = VotesOf(round);
        foreach (var drawing in shown)
        {
            var given = votes.Where(vote => vote.Drawing == drawing.Drawing).Select(vote => vote.Digit).Order().ToList();
            if (!given.SequenceEqual(drawing.Votes.Order()))
                yield return $"Round {round}: seat {drawing.Seat}'s drawing has the votes {Text(drawing.Votes)}, given were {Text(given)}.";
        }

        foreach (var ((_, seat), (jury, _)) in _seats.Where(one => one.Key.Round == round))
        {
            var known = votes.Count(vote => vote.Seat == seat && !shown.Any(drawing => drawing.Drawing == vote.Drawing));
            if (known != jury.Known + jury.Wrong)
                yield return $"Round {round}: seat {seat} judged {known} known drawings, counted were {jury.Known + jury.Wrong}.";
            var agreed = votes.Count(vote => vote.Seat == seat && IsShared(vote, votes, shown));
            if (agreed != jury.Agreed)
                yield return $"Round {round}: seat {seat} agreed {agreed} times, counted were {jury.Agreed}.";
        }
    }

    /// <summary>Points of which it is not known what for, and points that are missing, of seats that saw every round.</summary>
    private IEnumerable<string> PointFaults()
    {
        foreach (var seat in _seats.GroupBy(one => one.Key.Seat))
        {
            var sum = 0;
            foreach (var ((round, number), (jury, points)) in seat.OrderBy(one => one.Key.Round))
            {
                if (!_reveals.Keys.Where(earlier => earlier < round).All(earlier => _seats.ContainsKey((earlier, number))))
                    break;
                sum += _reveals[round].Where(drawing => drawing.Seat == number).Sum(drawing => drawing.Points)
                    + Agreement * jury.Agreed + Known * (jury.Known - jury.Wrong);
                if (sum != points)
                    yield return $"Round {round}: seat {number} has {points} points, of which {sum} were won.";
            }
        }
    }

    private List<(int Round, int Seat, Guid Drawing, int? Digit)> VotesOf(int round) => [.. _votes.Where(vote => vote.Round == round)];

    private static bool IsShared(
        (int Round, int Seat, Guid Drawing, int? Digit) vote, List<(int Round, int Seat, Guid Drawing, int? Digit)> votes,
        IReadOnlyList<SeenDrawing> shown)
    {
        var others = votes.Where(other => other.Drawing == vote.Drawing && other.Seat != vote.Seat).ToList();
        var agreeing = others.Count(other => other.Digit == vote.Digit);
        return shown.Any(drawing => drawing.Drawing == vote.Drawing) && agreeing > 0 && 2 * agreeing >= others.Count;
    }

    private static string Text(IEnumerable<int?> votes) => string.Join(' ', votes.Order().Select(vote => $"{vote?.ToString() ?? "none"}"));
}
