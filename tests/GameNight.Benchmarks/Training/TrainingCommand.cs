using System.CommandLine;
using GameNight.Benchmarks.Recognition;

namespace GameNight.Benchmarks.Training;

/// <summary>
/// <c>training</c>: measures over HTTP how training affects the time of guesses, how long it takes, and how soon a label changes the
/// guesses of the player's own contestant.
/// </summary>
internal static class TrainingCommand
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url")
        {
            CustomParser = LoadCommand.Address,
            Description = "A running game, best on processors of its own.",
            Required = true,
        };
        var token = new Option<string>("--token") { Description = "The host's token of that game.", Required = true };
        var algorithms = new Option<string[]>("--algorithm")
        {
            Description = "The algorithms to train, one after the other.",
            DefaultValueFactory = _ => ["app-network", "app-xgboost"],
            AllowMultipleArgumentsPerToken = true,
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "The time of the measurement without training.",
            DefaultValueFactory = _ => 15,
        };
        var rate = new Option<int>("--rate") { Description = "The number of guesses a second.", DefaultValueFactory = _ => 20 };
        var marks = new Option<int>("--marks")
        {
            Description = "The number of drawings that a player labels.",
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("training", "Measure a game during training, over HTTP.")
        {
            url, token, algorithms, seconds, rate, marks,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var load = new TrainingLoad(parsed.GetRequiredValue(url), parsed.GetRequiredValue(token), parsed.GetValue(rate));
            await load.MeasureGuessesAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellation);
            foreach (var algorithm in parsed.GetRequiredValue(algorithms))
                await load.MeasureTrainingAsync(algorithm, cancellation);
            await load.MeasureLabelsAsync(parsed.GetValue(marks), cancellation);
        });
        return command;
    }
}
