using System.CommandLine;
using System.Text.Json;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Training.Network;
using GameNight.Training.Personal;

namespace GameNight.Benchmarks.Personal;

/// <summary>
/// <c>personal</c>: measures what the players' own contestants learn from their marks: odd habits among ordinary digits, a writer's own
/// errors, and what wrong marks do.
/// </summary>
internal static class PersonalCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The probabilities of a mark to be wrong: never, and one in twenty.</summary>
    private static readonly double[] WrongShares = [0, 0.05];

    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "Recorded pen drawings with their writers, one JSON object a line, plain or .gz.",
        };
        var hands = Number("--hands", 30, "The number of hands for each habit.");
        var tries = Number("--tries", 10, "The number of times that a habit is drawn and marked.");
        var ordinary = Number("--ordinary", 3, "The number of ordinary digits that are marked after each try.");
        var seeds = Number("--seeds", 10, "The number of choices of each writer's marks.");
        var output = new Option<FileInfo?>("--output") { Description = "A JSON file for all measurements." };
        var command = new Command("personal", "Measure what a player's own contestant learns.")
        {
            ink, hands, tries, ordinary, seeds, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(parsed.GetValue(ink))
                ?? throw new FileNotFoundException("There is no recorded ink: name its file with --ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            using var network = await LoadAsync(cancellation);
            var experiment = new HabitExperiment(network, recorded)
            {
                Tries = parsed.GetValue(tries),
                OrdinaryEach = parsed.GetValue(ordinary),
            };
            var perHabit = parsed.GetValue(hands);
            List<HabitResult> habits = [.. OddHabit.All.SelectMany(habit => experiment.Measure(habit, perHabit, cancellation))];
            Console.WriteLine(PersonalTables.Of(habits));
            var (writers, choices) = (new OwnErrorsExperiment(network, recorded) { EachDigit = 5 }, parsed.GetValue(seeds));
            List<OwnErrors> errors = [.. WrongShares.SelectMany(share => writers.Measure(share, choices, cancellation))];
            Console.WriteLine(PersonalTables.Of(errors));
            if (parsed.GetValue(output) is { } json)
                await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { habits, errors }, Json), cancellation);
        });
        return command;
    }

    private static Option<int> Number(string name, int value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static async Task<PersonalEncoder> LoadAsync(CancellationToken cancellation)
    {
        var registry = new FolderModelRegistry(Directory.CreateTempSubdirectory("game-night-personal-").FullName);
        var library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
        var manifest = await library.ReadShippedAsync(PersonalNetwork.Algorithm, cancellation);
        return new PersonalEncoder(manifest, await library.ReadModelAsync(manifest, cancellation));
    }
}
