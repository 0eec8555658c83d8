using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GameNight.Hosting;
using GameNight.Observations;
using GameNight.Observations.Erasure;
using GameNight.Observations.Store;
using GameNight.Simulation;

namespace GameNight.Commands;

/// <summary><c>simulate-crowd</c>: fills the store with made-up plays, up to ten million, to see and measure full charts.</summary>
public static class SimulateCrowdCommand
{
    public static Command Create()
    {
        var plays = new Option<int>("--plays")
        {
            Description = "How many drawings all of them make together.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var players = new Option<int>("--players") { Description = "How many play.", DefaultValueFactory = _ => 2_000 };
        var days = new Option<int>("--days") { Description = "For how many days, most in the evening.", DefaultValueFactory = _ => 60 };
        var start = new Option<DateTimeOffset?>("--start")
        {
            Description = "When the first day begins, like 2026-09-21T00:00:00Z. Without it, they end today.",
            CustomParser = OptionRules.ParseStart,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Decides on whatever is drawn by lot: the same with the same start makes the same plays.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command(
            "simulate-crowd",
            "Fill the store with plays of a made-up crowd, to see the charts full and to measure how fast they are. Nobody guesses: "
            + "answers are drawn by lot, so that figures of such a crowd say nothing about the contestants. Takes settings as serve does; "
            + "name a --GameNight:DataFolder of its own: what is there is kept, and mixed with what comes.")
        {
            plays, players, days, start, seed,
        };
        OptionRules.Restrict(plays, 1, 10_000_000);
        OptionRules.Restrict(players, 1, 1_000_000);
        OptionRules.Restrict(days, 1, 3_650);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) =>
        {
            var options = GameOptions.ReadFor(parsed.UnmatchedTokens);
            var length = parsed.GetValue(days);
            var first = parsed.GetValue(start) ?? TimeProvider.System.GetUtcNow().AddDays(-length);
            var crowd = new CrowdOptions(parsed.GetValue(plays), first, length, parsed.GetValue(players), parsed.GetValue(seed));
            return RunAsync(crowd, options, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CrowdOptions crowd, GameOptions options, CancellationToken cancellation)
    {
        await using var stores = ObservationsFeature.Open(options.Store);
        var store = stores.GetRequiredService<IObservationStore>();
        var clock = Stopwatch.StartNew();
        var stored = await Terminal.ShowBarAsync("storing", crowd.Plays, async progress =>
        {
            var count = 0;
            foreach (var plays in new Crowd(crowd).Play().Chunk(ObservationPage.MaxLimit))
            {
                var outcomes = await store.AppendAllAsync(plays, cancellation);
                count += outcomes.Count(outcome => outcome == AppendOutcome.Stored);
                progress(plays.Length);
            }

            return count;
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stored:N0} plays stored, {crowd.Plays - stored:N0} were there already. It took {clock.Elapsed.TotalSeconds:N0} s."));
        return 0;
    }
}
