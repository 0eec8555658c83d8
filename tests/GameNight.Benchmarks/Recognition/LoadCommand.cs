using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Hosting;

namespace GameNight.Benchmarks.Recognition;

/// <summary><c>load</c>: requests predictions over HTTP, first of one drawing a call, then of batches.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url")
        {
            CustomParser = Address,
            Description = "A running game. Without it, a game is started in this process, on the same cores as the callers.",
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "The time of each of the two measurements.",
            DefaultValueFactory = _ => 10,
        };
        var callers = new Option<int>("--callers")
        {
            Description = "The number of concurrent callers, each of which waits for the response before its next call.",
            DefaultValueFactory = _ => 8,
        };
        var algorithm = new Option<string>("--algorithm")
        {
            Description = "The algorithm that predicts.",
            DefaultValueFactory = _ => "mnist-cnn",
        };
        var batch = new Option<int>("--batch") { Description = "The number of drawings in a batch.", DefaultValueFactory = _ => 1000 };
        var image = new Option<bool>("--image") { Description = "Send an image of 28 × 28 numbers instead of ink." };
        var command = new Command("load", "Measure predictions over HTTP.") { url, seconds, callers, algorithm, batch, image };
        command.SetAction(async (parsed, cancellation) =>
        {
            var load = new Load(parsed.GetRequiredValue(callers), TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)));
            var path = $"/api/algorithms/{parsed.GetRequiredValue(algorithm)}/predictions";
            var drawing = parsed.GetValue(image)
                ? $$"""{"image":{{JsonSerializer.Serialize(InkNormaliser.Normalise(SampleInk.Three()))}}}"""
                : $$"""{"strokes":{{JsonSerializer.Serialize(SampleInk.Three())}}}""";
            if (parsed.GetValue(url) is { } running)
                await MeasureAsync(load, running, path, drawing, parsed.GetRequiredValue(batch), cancellation);
            else
                await MeasureHereAsync(load, path, drawing, parsed.GetRequiredValue(batch), cancellation);
        });
        return command;
    }

    /// <summary>Parses an absolute URL; anything else is an error that names it.</summary>
    internal static Uri? Address(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            return address;
        result.AddError($"{result.Tokens[0].Value} is not a URL such as http://localhost:5080.");
        return null;
    }

    private static async Task MeasureHereAsync(Load load, string path, string drawing, int batch, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("game-night-").FullName;
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={data}", "--GameNight:Limits:DrawingsPerMinute=10000000",
            "--Logging:LogLevel:Default=Error",
        ];
        await using (var game = Server.Build(settings))
        {
            await game.StartAsync(cancellation);
            await MeasureAsync(load, new Uri(game.Urls.First()), path, drawing, batch, cancellation);
            await game.StopAsync(cancellation);
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task MeasureAsync(
        Load load, Uri game, string path, string drawing, int batch, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = game };
        await load.MeasureAsync("one drawing a call", http, path, drawing, drawings: 1, cancellation);
        var drawings = $$"""{"drawings":[{{string.Join(',', Enumerable.Repeat(drawing, batch))}}]}""";
        await load.MeasureAsync($"{batch:N0} drawings a call", http, $"{path}/batch", drawings, batch, cancellation);
    }
}
