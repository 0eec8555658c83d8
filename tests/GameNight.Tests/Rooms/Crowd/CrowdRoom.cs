using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Rooms.Crowd;

/// <summary>A room whose phones and screen are programs, which play the mode fool over HTTP, as people do.</summary>
internal sealed class CrowdRoom : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(double X, double Y), int> _meant = new();
    private readonly string _stageKey;
    private readonly Func<HttpClient> _connect;
    private readonly CrowdPhone _screen;
    private int _drawings;

    private CrowdRoom(string code, string stageKey, CrowdFigures figures, Func<HttpClient> connect)
    {
        (Code, Figures, _stageKey, _connect) = (code, figures, stageKey, connect);
        _screen = new CrowdPhone(this, connect(), number: 0, _stageKey);
    }

    public string Code { get; }

    public CrowdFigures Figures { get; }

    public CrowdLedger Ledger { get; } = new();

    public List<CrowdPhone> Phones { get; } = [];

    /// <summary>What a phone draws, given its number from 1, the digit that it is asked for, and its dice.</summary>
    public required Func<int, int, Random, Ink> Draw { get; init; }

    /// <summary>The share of commands that are sent twice.</summary>
    public double Twice { get; init; } = 0.2;

    /// <summary>The share of drawings that people read as what was meant.</summary>
    public double Reading { get; init; } = 0.92;

    /// <summary>Opens a room.</summary>
    /// <param name="host">The host's client.</param>
    /// <param name="rounds">How many rounds a game has.</param>
    /// <param name="connect">Makes a client with its own cookies for each phone.</param>
    /// <param name="draw">See <see cref="Draw"/>.</param>
    /// <param name="figures">For what the phones notice.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<CrowdRoom> OpenAsync(
        HttpClient host, int rounds, Func<HttpClient> connect, Func<int, int, Random, Ink> draw, CrowdFigures figures,
        CancellationToken cancellation)
    {
        using var opened = await host.PostAsJsonAsync("/api/rooms", new { mode = "fool", rounds }, cancellation);
        opened.EnsureSuccessStatusCode();
        var room = await opened.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return new CrowdRoom(room.GetProperty("code").GetString()!, room.GetProperty("stageKey").GetString()!, figures, connect)
        {
            Draw = draw,
        };
    }

    /// <summary>Brings phones in.</summary>
    public async Task JoinAsync(int phones, CancellationToken cancellation)
    {
        for (var number = 1; number <= phones; number++)
        {
            var phone = new CrowdPhone(this, _connect(), number, stageKey: null);
            await phone.JoinAsync($"Phone {number}", cancellation);
            Phones.Add(phone);
        }
    }

    /// <summary>Plays a game to its end.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        List<Task> playing = [_screen.PlayAsync(cancellation), .. Phones.Select(phone => phone.PlayAsync(cancellation))];
        await Task.WhenAll([_screen.Seen, .. Phones.Select(phone => phone.Seen)]).WaitAsync(cancellation);
        var sender = new CrowdSender(_screen.Http, Code, Figures, Twice);
        await sender.SendAsync(id => new { id, kind = "start", stageKey = _stageKey }, new Random(0), cancellation);
        await Task.WhenAll(playing);
    }

    /// <summary>A phone's drawing, somewhere on the pad where no other begins, by which those who see it know what was meant.</summary>
    public double[][][] DrawingOf(int phone, int digit, string twist, Random random)
    {
        var strokes = Draw(phone, digit, random).ToStrokes();
        var number = Interlocked.Increment(ref _drawings);
        var (first, begin) = (strokes[0][0], (X: 10.0 * (number % 1000), Y: 10.0 * (number / 1000)));
        double[] Move(double[] point) =>
        [
            Math.Round(point[0] - first[0], 6) + begin.X, Math.Round(point[1] - first[1], 6) + begin.Y,
            .. twist == "quick" ? [] : point[2..],
        ];
        _meant[begin] = digit;
        double[][][] moved = [.. strokes.Select(stroke => stroke.Select(Move).ToArray())];
        return twist == "oneStroke" ? [[.. moved.SelectMany(stroke => stroke)]] : moved;
    }

    /// <summary>What a person reads in a drawing; of one that no phone has drawn, anything.</summary>
    public int? Read(double[][][] strokes, Random random)
    {
        var first = strokes[0][0];
        if (_meant.TryGetValue((first[0], first[1]), out var digit) && random.NextDouble() < Reading)
            return digit;
        return random.Next(4) == 0 ? null : random.Next(10);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in Phones)
            await phone.DisposeAsync();
        await _screen.DisposeAsync();
    }
}
