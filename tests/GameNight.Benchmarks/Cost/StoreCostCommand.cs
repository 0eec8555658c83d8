using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Hosting;
using GameNight.Observations;
using GameNight.Observations.Outbox;
using GameNight.Recognition.Guessing;
using GameNight.Storage.DynamoDb;
using GameNight.Tests;
using GameNight.Training.SyntheticInk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Benchmarks.Cost;

/// <summary>
/// <c>store-cost</c>: what a game asks of its table and its bucket while people play, and while nobody does, counted at the servers.
/// </summary>
internal static class StoreCostCommand
{
    private const string Credential = "S3RVER";
    private const int Players = 50;

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long nobody plays.", DefaultValueFactory = _ => 120 };
        var plays = new Option<int>("--plays") { Description = "How many drawings are played.", DefaultValueFactory = _ => 1000 };
        var tests = new Option<DirectoryInfo>("--tests")
        {
            Description = "The folder of the tests, which have the servers (npm ci).",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("tests", "GameNight.Tests")),
        };
        var command = new Command("store-cost", "Count the requests to a table and a bucket.") { seconds, plays, tests };
        command.SetAction((parsed, cancellation) => MeasureAsync(
            parsed.GetRequiredValue(tests).FullName, parsed.GetValue(plays), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellation));
        return command;
    }

    private static async Task MeasureAsync(string tests, int plays, TimeSpan idle, CancellationToken cancellation)
    {
        // s3rver knows these alone.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", Credential);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", Credential);
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        var database = new NodeServer(Path.Combine(tests, "Observations", "dynamodb-server.js"), "");
        var storage = new NodeServer(
            Path.Combine(tests, "Models", "s3-server.js"), Path.Combine(folder, "buckets"), "--openssl-legacy-provider");
        try
        {
            await database.StartAsync();
            await storage.StartAsync();
            await using var table = await CountingProxy.StartAsync(database.Port, cancellation);
            await using var bucket = await CountingProxy.StartAsync(storage.Port, cancellation);
            string[] settings =
            [
                "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={folder}", $"--GameNight:Host:Token={GameProcess.Token}",
                "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:ServiceUrl={table.Url}",
                "--GameNight:Registry:Provider=S3", "--GameNight:Registry:S3:Bucket=models",
                $"--GameNight:Registry:S3:ServiceUrl={bucket.Url}",
                "--Logging:LogLevel:Default=Error",
            ];
            var options = new DynamoDbOptions(DynamoDbOptions.DefaultTableName, new Uri(table.Url), Region: null);
            await PastEvenings.WriteAsync(new StoreOptions(folder, options), plays, cancellation);
            // What a training costs depends on all that was ever played, so none is among the plays.
            await using (var game = await StartAsync([.. settings, "--GameNight:Training:Enabled=false"], cancellation))
            {
                Clear();
                await PlayAsync(new Uri(game.Urls.First()), plays, cancellation);
                while (game.Services.GetRequiredService<Backlog>().Now.Plays > 0)
                    await Task.Delay(100, cancellation);
                // The last answers, which the backlog does not count.
                await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
                Print($"{plays:N0} plays with their answers", factor: 1);
                await game.StopAsync(cancellation);
            }

            await using (var game = await StartAsync(settings, cancellation))
            {
                // The rookie learns all anew at the start, and looks more often for a minute.
                await Task.Delay(TimeSpan.FromSeconds(75), cancellation);
                Clear();
                await Task.Delay(idle, cancellation);
                Print("a month in which nobody plays, for one machine that trains", Month / idle);
                await game.StopAsync(cancellation);
            }

            void Clear()
            {
                table.Counts.Clear();
                bucket.Counts.Clear();
            }

            void Print(string title, double factor) =>
                PrintTable(title, [.. table.Counts.All, .. bucket.Counts.All], factor);
        }
        finally
        {
            await database.StopAsync();
            await storage.StopAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(string[] settings, CancellationToken cancellation)
    {
        var game = Server.Build(settings);
        await game.StartAsync(cancellation);
        return game;
    }

    private static async Task PlayAsync(Uri game, int plays, CancellationToken cancellation)
    {
        using var host = new HttpClient { BaseAddress = game };
        host.DefaultRequestHeaders.Authorization = new("Bearer", GameProcess.Token);
        var random = new Random(1);
        for (var i = 0; i < plays; i++)
        {
            using var played = await host.PostAsJsonAsync("api/observations", new
            {
                algorithm = Contestants.Shipped[0],
                player = $"player-{i % Players}-of-the-crowd",
                strokes = StrokeSkeletons.Draw(i % 10, random),
            }, cancellation);
            played.EnsureSuccessStatusCode();
            var id = (await played.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetString();
            using var labelled = await host.PutAsJsonAsync($"api/observations/{id}/label", new { label = i % 10 }, cancellation);
            labelled.EnsureSuccessStatusCode();
        }
    }

    private static void PrintTable(string title, IReadOnlyList<RequestCount> counts, double factor)
    {
        Console.WriteLine($"\n| {title} | requests | read units | write units | dollars |\n| --- | --- | --- | --- | --- |");
        foreach (var count in counts)
            Print(count.Kind, count.Requests, count.Reads, count.Writes, count.Dollars);
        Print(
            "together", counts.Sum(count => count.Requests), counts.Sum(count => count.Reads), counts.Sum(count => count.Writes),
            counts.Sum(count => count.Dollars));

        void Print(string kind, double requests, double reads, double writes, double dollars) => Console.WriteLine(
            $"| {kind} | {requests * factor:N0} | {reads * factor:N0} | {writes * factor:N0} | {dollars * factor:N4} |");
    }
}
