using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GameNight.Datasets;
using GameNight.Hosting;
using GameNight.Models.Registry;
using GameNight.Observations;
using GameNight.Observations.Transfer;
using GameNight.Play;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Review;
using GameNight.Rookie;
using GameNight.Simulation;

namespace GameNight.Commands;

/// <summary><c>simulate</c>: plays an evening without people, so that the effect of a night's labels can be measured.</summary>
public static class SimulateCommand
{
    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "Recorded pen drawings, one JSON object a line, plain or .gz; their writers become players. "
                + "Without it, the drawings are made up, by a hand of its own for each player.",
        };
        var players = new Option<int>("--players") { Description = "How many play.", DefaultValueFactory = _ => 8 };
        var plays = new Option<int>("--plays")
        {
            Description = "How often each of them plays. Of recorded ink, no drawing is played twice.",
            DefaultValueFactory = _ => 40,
        };
        var marks = new Option<double>("--marks")
        {
            Description = "The share of plays that are answered, 0 to 1.",
            DefaultValueFactory = _ => 1,
        };
        var wrong = new Option<double>("--wrong-labels") { Description = "The share of answers that name another digit, 0 to 1." };
        var seed = new Option<int>("--seed") { Description = "Decides on whatever is drawn by lot.", DefaultValueFactory = _ => 1 };
        var start = new Option<DateTimeOffset?>("--start")
        {
            Description = "When the evening begins, like 2026-11-20T19:00:00Z; a play takes 20 seconds then. "
                + "Without it, a play has the time at which it is simulated.",
            CustomParser = OptionRules.ParseStart,
        };
        var flips = new Option<FileInfo?>("--flips")
        {
            Description = "A file for the answers that are wrong on purpose: a JSON object a line with the observation's id, "
                + "the digit that was meant and the one that was answered.",
        };
        var retrain = new Option<bool>("--retrain") { Description = "Learn from the answers afterwards, as the command retrain does." };
        var command = new Command(
            "simulate",
            "Play recorded or made-up drawings as an evening's players would: everybody guesses, answers are given, all is stored. "
            + "Takes settings as serve does; name a --GameNight:DataFolder of its own to keep it apart.")
        {
            ink, players, plays, marks, wrong, seed, start, flips, retrain,
        };
        OptionRules.Restrict(players, 1, 10_000);
        OptionRules.Restrict(plays, 1, 1_000_000);
        OptionRules.Restrict(marks, 0, 1);
        OptionRules.Restrict(wrong, 0, 1);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = GameOptions.ReadFor(parsed.UnmatchedTokens);
            var (count, playsEach, randomSeed) = (parsed.GetValue(players), parsed.GetValue(plays), parsed.GetValue(seed));
            var simulated = parsed.GetValue(ink) is { } file
                ? SimulatedPlayer.FromInk(
                    await InkDataset.ReadAsync(file.FullName, cancellation).ToListAsync(cancellation), count, playsEach, randomSeed)
                : SimulatedPlayer.Synthetic(count, playsEach, randomSeed);
            var evening = new EveningOptions(parsed.GetValue(marks), parsed.GetValue(wrong), randomSeed);
            var clock = new SimulatedClock(parsed.GetValue(start));
            return await RunAsync(
                simulated, evening, clock, parsed.GetValue(flips), parsed.GetValue(retrain), options, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<SimulatedPlayer> players, EveningOptions evening, SimulatedClock clock, FileInfo? flips, bool retrain,
        GameOptions options, CancellationToken cancellation)
    {
        await using var services = Build(clock, options);
        var contestants = services.GetRequiredService<Contestants>();
        await services.GetRequiredService<ModelDeployment>().RefreshAsync(cancellation);
        foreach (var contestant in contestants.All.Where(contestant => !contestant.InService))
            await Console.Error.WriteLineAsync($"{contestant.Id} doesn't play: {contestant.Reason}");
        if (!contestants.All.Any(contestant => contestant.InService))
            throw new InvalidDataException("No algorithm is in service, so that none can guess.");

        var simulation = new SimulatedEvening(
            services.GetRequiredService<PlayService>(), services.GetRequiredService<PersonalizationService>(),
            services.GetRequiredService<RookieTrainer>(), contestants, clock);
        var summary = await Terminal.ShowBarAsync("playing", players.Sum(player => player.Drawings.Count), progress =>
            simulation.PlayAsync(players, evening, () => progress(1), cancellation));
        if (flips is not null)
            await WriteAsync(summary.Flips, flips.FullName, cancellation);
        Print(players.Count, summary);
        return retrain ? await RetrainCommand.RunAsync(algorithm: null, options, cancellation) : 0;
    }

    /// <summary>The services of a play without a server, on the evening's clock.</summary>
    private static ServiceProvider Build(SimulatedClock clock, GameOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddModels(options.Registry);
        services.AddContestants();
        services.AddStores(options.Store);
        services.AddSingleton<ReviewDecisions>();
        services.AddRookieTrainer();
        services.AddPlayService();
        return services.BuildServiceProvider();
    }

    private static void Print(int players, EveningSummary summary)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{players:N0} players, {summary.Plays:N0} plays, {summary.Labels:N0} answers, "
            + $"{summary.Flips.Count:N0} of them wrong on purpose."));
        foreach (var (algorithm, score) in summary.Accuracy)
            Console.WriteLine($"{algorithm}: {score.Describe()}");
    }

    private static Task WriteAsync(IReadOnlyList<FlippedLabel> flips, string path, CancellationToken cancellation) =>
        AtomicFile.WriteAsync(path, async file =>
        {
            foreach (var flip in flips)
            {
                byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(flip, JsonSerializerOptions.Web), (byte)'\n'];
                await file.WriteAsync(line, cancellation);
            }
        });
}
