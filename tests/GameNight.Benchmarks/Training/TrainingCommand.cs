using System.CommandLine;
using GameNight.Benchmarks.Recognition;

namespace GameNight.Benchmarks.Training;

/// <summary><c>training</c>: what a player notices while a game learns, how long learning takes, and how soon a mark is known to its player's own contestant.</summary>
internal static class TrainingCommand
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url") { CustomParser = LoadCommand.Address, Description = "A game that runs, best on processors of its own.", Required = true };
        var token = new Option<string>("--token") { Description = "The host's, which the game was started with.", Required = true };
        var algorithms = new Option<string[]>("--algorithm") { Description = "Who learns, one after the other.", DefaultValueFactory = _ => ["app-network", "app-xgboost"], AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<int>("--seconds") { Description = "How long guesses are timed while nobody learns.", DefaultValueFactory = _ => 15 };
        var rate = new Option<int>("--rate") { Description = "Guesses a second.", DefaultValueFactory = _ => 20 };
        var marks = new Option<int>("--marks") { Description = "How many marks one player sets, to see how soon each is known.", DefaultValueFactory = _ => 100 };
        var command = new Command("training", "Measure a game that learns, over HTTP.") { url, token, algorithms, seconds, rate, marks };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var game = new TrainingLoad(parsed.GetRequiredValue(url), parsed.GetRequiredValue(token), parsed.GetValue(rate));
            await game.MeasureGuessesAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellation);
            foreach (var algorithm in parsed.GetRequiredValue(algorithms))
                await game.MeasureTrainingAsync(algorithm, cancellation);
            await game.MeasureMarksAsync(parsed.GetValue(marks), cancellation);
        });
        return command;
    }
}
