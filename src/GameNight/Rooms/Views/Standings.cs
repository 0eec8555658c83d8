using GameNight.Rooms.Game;

namespace GameNight.Rooms.Views;

/// <summary>Who has how many points in a room; equal points share a rank.</summary>
internal sealed class Standings
{
    private readonly List<(Seat Seat, int Points)> _byPoints;
    private readonly Dictionary<int, (int Points, int Rank, int Gap)> _places = [];

    private Standings(List<(Seat Seat, int Points)> byPoints)
    {
        _byPoints = byPoints;
        for (var i = 0; i < byPoints.Count; i++)
        {
            var points = byPoints[i].Points;
            var first = byPoints.FindIndex(other => other.Points == points);
            var gap = first == 0 ? 0 : byPoints[first - 1].Points - points;
            _places[byPoints[i].Seat.Number] = (points, first + 1, gap);
        }
    }

    public static Standings Of(Room room)
    {
        var points = room.Ledger.Where(entry => entry.Seat is not null).GroupBy(entry => entry.Seat!.Value)
            .ToDictionary(entries => entries.Key, entries => entries.Sum(entry => entry.Points));
        return new([
            .. room.Present.Select(seat => (Seat: seat, Points: points.GetValueOrDefault(seat.Number)))
                .OrderByDescending(one => one.Points).ThenBy(one => one.Seat.Number),
        ]);
    }

    public CallerView For(Seat seat, int? team)
    {
        var (points, rank, gap) = _places.GetValueOrDefault(seat.Number);
        return new CallerView(seat.Number, seat.Name, points, rank, gap, seat.IsWatching, seat.HasMoreTime, team);
    }

    public PlayerView For(Seat seat, int? team, bool isConnected, bool hasActed)
    {
        var (points, rank, _) = _places[seat.Number];
        return new PlayerView(seat.Number, seat.Name, points, rank, isConnected, seat.IsWatching, hasActed, team);
    }

    public IReadOnlyList<PodiumView> Podium() =>
        [.. _byPoints.Select(one => new PodiumView(one.Seat.Number, one.Seat.Name, one.Points, _places[one.Seat.Number].Rank))];
}
