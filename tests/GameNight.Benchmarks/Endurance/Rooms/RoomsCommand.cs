using System.CommandLine;

namespace GameNight.Benchmarks.Endurance.Rooms;

/// <summary>
/// <c>rooms</c>: rooms full of phones behind one address play at a game with default limits, which may be killed meanwhile.
/// </summary>
internal static class RoomsCommand
{
    public static Command Create()
    {
        var rooms = new Option<int>("--rooms") { Description = "How many rooms play at once.", DefaultValueFactory = _ => 8 };
        var phones = new Option<int>("--phones") { Description = "How many phones are in each.", DefaultValueFactory = _ => 25 };
        var rounds = new Option<int>("--rounds") { Description = "How many rounds a game has.", DefaultValueFactory = _ => 5 };
        var pace = new Option<double>("--pace")
        {
            Description = "By which all times are multiplied, also those for which phones think.",
            DefaultValueFactory = _ => 1,
        };
        var kills = new Option<int>("--kills")
        {
            Description = "How often the game is killed and started again, at random moments; games follow each other until then.",
        };
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "A file of recorded ink that they draw, as fetch-ink gets one. Without it, they draw made-up digits.",
        };
        var command = new Command("rooms", "Measure a game at which many phones play in rooms behind one address. Only on Linux.")
        {
            rooms, phones, rounds, pace, kills, ink,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var load = new RoomLoad
            {
                Rooms = parsed.GetValue(rooms),
                Phones = parsed.GetValue(phones),
                Rounds = parsed.GetValue(rounds),
                Pace = parsed.GetValue(pace),
                Kills = parsed.GetValue(kills),
                Drawings = await DrawnInk.ReadAsync(parsed.GetValue(ink), cancellation),
            };
            return await load.RunAsync(cancellation) ? 0 : 1;
        });
        return command;
    }
}
