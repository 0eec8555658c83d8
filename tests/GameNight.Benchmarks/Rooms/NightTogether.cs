using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Fooling;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Benchmarks.Training;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Tests.Rooms.Crowd;
using GameNight.Training.Examples;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Rooms;

/// <summary>A room of recorded writers who distort what they draw.</summary>
internal sealed class NightTogether
{
    private readonly List<List<TrainingExample>> _writers;
    private readonly Random _random;

    /// <param name="recorded">The drawings; whose writer does not play judges.</param>
    /// <param name="seed">Decides who plays.</param>
    public NightTogether(RecordedWriters recorded, int seed)
    {
        var writers = recorded.Examples.Where(example => !example.Ink!.IsBlank).GroupBy(example => example.Player)
            .Select(writer => writer.ToList()).ToArray();
        _random = new Random(seed);
        _random.Shuffle(writers);
        _writers = [.. writers];
    }

    public required int Players { get; init; }

    public required int Rounds { get; init; }

    public required double Pace { get; init; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            var figures = new CrowdFigures();
            var faults = await PlayAsync(folder, figures, cancellation);
            var lessons = await ReadAsync(folder, cancellation);
            Print($"{Players} writers, {Rounds} rounds, pace {Pace}: {lessons.Count} drawings have a label by the jury; {faults} faults.");
            Print($"Commands: {figures.Acknowledged} acknowledged, {figures.Refused.Values.Sum()} refused.");
            var strangers = _writers.Skip(Players).SelectMany(writer => writer).ToList();
            var odd = strangers.Select(stranger => Distort(stranger)).ToList();
            Print($"Strangers: {_writers.Count - Players} writers. Intervals are 95 %, writers drawn by lot.");
            var learned = new NightLessons(lessons);
            Console.WriteLine("| learner | strangers draw | before | after | change | n |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
            await learned.PrintAsync(("as they do", strangers), ("to fool", odd), cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> PlayAsync(string folder, CrowdFigures figures, CancellationToken cancellation)
    {
        await using var game = await GameProcess.StartAsync(
            folder, cancellation, string.Create(CultureInfo.InvariantCulture, $"--GameNight:Rooms:Pace={Pace}"));
        await using var room = await CrowdRoom.OpenAsync(
            game.Http, Rounds, () => new HttpClient { BaseAddress = game.Http.BaseAddress }, Draw, figures, cancellation);
        await room.JoinAsync(Players, cancellation);
        await room.PlayAsync(cancellation);
        // A page of the host's holds more than an evening's drawings.
        var stored = 0;
        for (var wait = 0; stored < room.Ledger.Draws && wait < 100; wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            var page = await game.Http.GetFromJsonAsync<JsonElement>("/api/observations?limit=1000", cancellation);
            stored = page.GetProperty("items").GetArrayLength();
        }

        Print($"{room.Ledger.Draws} drawings and {room.Ledger.Votes} votes were acknowledged, {stored} drawings are stored.");
        return room.Ledger.FindFaults().Count;
    }

    /// <summary>A drawing of the writer who has this phone, distorted.</summary>
    private Ink Draw(int phone, int digit, Random random)
    {
        var drawings = _writers[phone - 1].Where(drawing => drawing.Digit == digit).ToList();
        return drawings.Count == 0 ? Draw(phone, (digit + 1) % 10, random) : Distort(drawings[random.Next(drawings.Count)].Ink!, random);
    }

    private TrainingExample Distort(TrainingExample drawing)
    {
        var ink = Distort(drawing.Ink!, _random);
        return drawing with { Ink = ink, Image = InkNormaliser.Normalise(ink) };
    }

    private static Ink Distort(Ink ink, Random random) => random.Next(5) switch
    {
        0 => OddDrawings.Sheared(ink, (random.Next(2) == 0 ? -1 : 1) * (0.5 + 0.5 * random.NextDouble())),
        1 => OddDrawings.Crossed(ink),
        2 => OddDrawings.Hooked(ink),
        3 => OddDrawings.Squeezed(ink, 0.3 + 0.2 * random.NextDouble()),
        _ => OddDrawings.Turned(ink, (random.Next(2) == 0 ? -1 : 1) * (20 + 20 * random.NextDouble())),
    };

    /// <summary>What was stored, and has a label, in the order of playing.</summary>
    private static async Task<IReadOnlyList<TrainingExample>> ReadAsync(string folder, CancellationToken cancellation)
    {
        using var store = new SqliteObservationStore(folder, NullLogger<SqliteObservationStore>.Instance);
        var plays = new List<Observation>();
        for (string? after = null; ;)
        {
            var page = await store.ReadAsync(after, 500, cancellation);
            plays.AddRange(page.Items);
            if (page.Items.Count == 0 || page.Next is null || page.Next == after)
                break;
            after = page.Next;
        }

        return [.. plays.Where(play => play.Label is not null)
            .Select(play => new TrainingExample(play.Id, play.Player, play.Ink, play.Image, play.Label!.Digit))];
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
