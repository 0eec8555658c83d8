using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>Draws by lot who judges which drawing, so that nobody can choose a friend's.</summary>
public static class JuryDraw
{
    /// <summary>How many judge each drawing in a small room.</summary>
    private const int FewJurors = 3;

    /// <summary>How many judge each drawing from <see cref="ManyPeople"/> people on.</summary>
    private const int ManyJurors = 5;

    private const int ManyPeople = 10;

    /// <summary>Of so many drawings that are judged, one is one whose digit is known.</summary>
    private const int KnownShare = 6;

    /// <summary>The room with ballots for everybody who is there, each with about as many, but for those in doubt.</summary>
    /// <param name="room">The room, with the round's drawings.</param>
    /// <param name="connected">The seats whose phones are there; where nobody's is, all are asked.</param>
    /// <param name="teamOf">
    /// A seat's team, or null for who is in none: each drawing is judged by all teams evenly, so that no rivals alone decide on it. Null
    /// where everybody plays alone.
    /// </param>
    public static Room Summon(Room room, IReadOnlySet<int> connected, Func<int, int?>? teamOf = null)
    {
        var chance = room.Chance();
        List<int> jurors = [.. room.Present.Select(seat => seat.Number).Where(connected.Contains)];
        if (jurors.Count == 0)
            jurors = [.. room.Present.Select(seat => seat.Number)];
        var ballots = new List<Ballot>();
        var load = jurors.ToDictionary(juror => juror, _ => 0);
        var each = jurors.Count >= ManyPeople ? ManyJurors : FewJurors;
        foreach (var drawing in Shuffled(room.Drawings, chance))
        {
            // The least busy first; of those, by lot.
            var others = Shuffled(jurors, chance).Where(juror => juror != drawing.Seat).OrderBy(juror => load[juror]).ToList();
            var inTurn = (teamOf is null ? others : Evenly(others, teamOf, load)).ToList();
            foreach (var juror in Choose(inTurn, each, juror => JurorDoubts.Has(room, juror, drawing.Seat), load))
                ballots.Add(new Ballot(juror, drawing.Id));
        }

        var known = Known(ballots.Count, room, jurors, chance);
        Ballot[] all = [.. ballots, .. known];
        chance.Shuffle(all);
        return room with { Ballots = [.. all] };
    }

    /// <summary>
    /// Those whose turn it is and who aren't in doubt with who drew; others after them; doubted ones only where there is nobody else.
    /// Whoever is passed over for a doubt has had the turn all the same: who tells friends the digits judges less, and so wins less.
    /// </summary>
    private static List<int> Choose(List<int> inTurn, int each, Func<int, bool> isDoubted, Dictionary<int, int> load)
    {
        List<int> chosen = [.. inTurn.OrderBy(isDoubted).Take(each)];
        foreach (var juror in inTurn.Take(each).Union(chosen))
            load[juror]++;
        return chosen;
    }

    /// <summary>Ballots on known drawings, each another one, so that two jurors cannot compare, and nobody's own.</summary>
    private static IEnumerable<Ballot> Known(int ballots, Room room, IReadOnlyList<int> jurors, Random chance)
    {
        // One in six of all is one for every five others; a part of one is drawn by lot.
        var share = (double)ballots / (KnownShare - 1);
        var count = (int)share + (chance.NextDouble() < share - (int)share ? 1 : 0);
        var unused = room.Known.ToList();
        foreach (var juror in Shuffled(jurors, chance).Take(count))
        {
            var player = room.Seats.Find(seat => seat.Number == juror)?.Player;
            var index = unused.FindIndex(known => known.Source is null || known.Source.Player != player);
            if (index < 0)
                continue;
            yield return new Ballot(juror, unused[index].Id);
            unused.RemoveAt(index);
        }
    }

    /// <summary>Jurors in such an order that however many are taken, each team has as many, or one more or less.</summary>
    private static IEnumerable<int> Evenly(List<int> jurors, Func<int, int?> teamOf, Dictionary<int, int> load) =>
        jurors.GroupBy(teamOf).SelectMany(team => team.Select((juror, place) => (Juror: juror, Place: place)))
            .OrderBy(one => one.Place).ThenBy(one => load[one.Juror]).Select(one => one.Juror);

    private static T[] Shuffled<T>(IEnumerable<T> items, Random chance)
    {
        T[] shuffled = [.. items];
        chance.Shuffle(shuffled);
        return shuffled;
    }
}
