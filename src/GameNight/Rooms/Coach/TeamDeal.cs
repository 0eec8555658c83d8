using System.Collections.Immutable;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Coach;

/// <summary>Puts people into teams by lot.</summary>
public static class TeamDeal
{
    private const int FewestTeams = 2;
    private const int MostTeams = 4;

    /// <summary>From so many people on there is one more team.</summary>
    private const int PeopleOfTeam = 3;

    /// <summary>The names of the teams; each has its sign on the pages, so that none rests on a colour.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Circle", "Square", "Triangle", "Star"];

    /// <summary>New teams of all who draw, about equally large.</summary>
    public static ImmutableSortedDictionary<int, int> Deal(Room room)
    {
        int[] seats = [.. Drawers(room)];
        var teams = Math.Clamp(seats.Length / PeopleOfTeam, FewestTeams, MostTeams);
        room.Chance().Shuffle(seats);
        return seats.Select((seat, index) => KeyValuePair.Create(seat, index % teams)).ToImmutableSortedDictionary();
    }

    /// <summary>The teams with those who came later, each in the smallest one.</summary>
    public static ImmutableSortedDictionary<int, int> Complete(Room room, ImmutableSortedDictionary<int, int> teams)
    {
        var count = teams.Values.DefaultIfEmpty(FewestTeams - 1).Max() + 1;
        var here = Drawers(room).ToHashSet();
        foreach (var seat in here.Where(seat => !teams.ContainsKey(seat)).Order())
        {
            var smallest = Enumerable.Range(0, count).MinBy(team => teams.Count(one => one.Value == team && here.Contains(one.Key)));
            teams = teams.Add(seat, smallest);
        }

        return teams;
    }

    private static IEnumerable<int> Drawers(Room room) => room.Present.Where(seat => !seat.IsWatching).Select(seat => seat.Number);
}
