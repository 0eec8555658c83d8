using System.CommandLine;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary><c>soak</c>: plays for hours, and watches what grows.</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 60 };
        var rate = new Option<int>("--plays-per-second") { Description = "Plays, each of which is marked.", DefaultValueFactory = _ => 20 };
        var retrain = new Option<double>("--retrain-minutes")
        {
            Description = "How often the host begins a training.",
            DefaultValueFactory = _ => 5,
        };
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "A file of recorded ink that they draw, as fetch-ink gets one. Without it, they draw made-up digits.",
        };
        var output = new Option<FileInfo>("--output")
        {
            Description = "The file of the samples, as CSV; a plot of them, as SVG, lies beside it.",
            DefaultValueFactory = _ => new FileInfo("soak.csv"),
        };
        var command = new Command("soak", "Play for hours with trainings, swaps, open scoreboards and a crash. Only on Linux.")
        {
            minutes, rate, retrain, ink, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var soak = new Soak
            {
                Time = TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                PlaysPerSecond = parsed.GetValue(rate),
                RetrainInterval = TimeSpan.FromMinutes(parsed.GetValue(retrain)),
                Drawings = await DrawnInk.ReadAsync(parsed.GetValue(ink), cancellation),
                Output = parsed.GetValue(output)!,
            };
            await soak.RunAsync(cancellation);
        });
        return command;
    }
}
