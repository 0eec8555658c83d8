using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>Titles beside the winner's, so that more people than three have something to be proud of.</summary>
public static class FoolAwards
{
    public static IReadOnlyList<Award> Of(Room room) =>
    [
        .. new[]
        {
            Best(room, PointReason.Agreed, "Sharpest eye", count => $"agreed with the others {Times(count)}"),
            Best(room, PointReason.Fooled, "Trickster", count => $"fooled machines {Times(count)}"),
            Best(room, PointReason.Known, "Never asleep", count => $"read a known digit {Times(count)}"),
        }.OfType<Award>(),
    ];

    /// <summary>Who has won points for a reason most often; null where nobody has, or where several have as often.</summary>
    private static Award? Best(Room room, PointReason reason, string title, Func<int, string> why)
    {
        var counts = room.Ledger.Where(entry => entry.Reason == reason && entry.Points > 0 && entry.Seat is not null)
            .CountBy(entry => entry.Seat!.Value).OrderByDescending(count => count.Value).Take(2).ToList();
        return counts switch
        {
            [] => null,
            [var first, var second] when first.Value == second.Value => null,
            [var first, ..] => new Award(title, first.Key, why(first.Value)),
        };
    }

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };
}
