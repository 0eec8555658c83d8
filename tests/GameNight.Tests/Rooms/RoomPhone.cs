using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;

namespace GameNight.Tests.Rooms;

/// <summary>A phone, or the screen, of a room over HTTP: it follows the snapshots and sends commands.</summary>
/// <param name="http">A client with its own cookies.</param>
/// <param name="code">The room's code.</param>
/// <param name="stageKey">The screen's secret; null for a phone.</param>
internal sealed class RoomPhone(HttpClient http, string code, string? stageKey = null) : IAsyncDisposable
{
    private static int _commands;

    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<(string Type, JsonElement Data)> _events = Channel.CreateUnbounded<(string, JsonElement)>();
    private Task _following = Task.CompletedTask;

    public HttpClient Http => http;

    /// <summary>The last snapshot.</summary>
    public JsonElement Snapshot { get; private set; }

    public string Phase => Snapshot.GetProperty("phase").GetString()!;

    public int Round => Snapshot.GetProperty("round").GetInt32();

    public static async Task<(string Code, string StageKey)> OpenAsync(HttpClient host, string mode = "fool", int rounds = 2)
    {
        using var opened = await host.PostAsJsonAsync("/api/rooms", new { mode, rounds });
        Assert.Equal(System.Net.HttpStatusCode.Created, opened.StatusCode);
        var room = await opened.Content.ReadFromJsonAsync<JsonElement>();
        return (room.GetProperty("code").GetString()!, room.GetProperty("stageKey").GetString()!);
    }

    public Task<HttpResponseMessage> JoinAsync(string name) => http.PostAsJsonAsync($"/api/rooms/{code}/seats", new { name });

    /// <summary>Begins to follow the room.</summary>
    public async Task FollowAsync()
    {
        var query = stageKey is null ? "" : $"?stageKey={stageKey}";
        var answer = await http.GetAsync(
            $"/api/rooms/{code}/events{query}", HttpCompletionOption.ResponseHeadersRead, _closing.Token);
        answer.EnsureSuccessStatusCode();
        _following = ReadAsync(answer);
    }

    /// <summary>Waits for a snapshot.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Snapshot.ValueKind == JsonValueKind.Undefined || !condition(Snapshot))
        {
            var (type, data) = await _events.Reader.ReadAsync(patience.Token);
            Assert.Equal("message", type);
            Snapshot = data;
        }

        return Snapshot;
    }

    public Task<JsonElement> UntilPhaseAsync(string phase) => UntilAsync(snapshot => snapshot.GetProperty("phase").GetString() == phase);

    /// <summary>Waits for an event that is no snapshot.</summary>
    public async Task<string> UntilEventAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var (type, _) = await _events.Reader.ReadAsync(patience.Token);
            if (type != "message")
                return type;
        }
    }

    public async Task<HttpResponseMessage> SendAsync(object command) => await http.PostAsJsonAsync($"/api/rooms/{code}/commands", command);

    public Task<HttpResponseMessage> LeadAsync(string kind) => SendAsync(new { id = NextId(), kind, stageKey });

    public Task<HttpResponseMessage> DrawAsync(string? id = null) => SendAsync(new
    {
        id = id ?? NextId(),
        kind = "draw",
        round = Round,
        strokes = new[] { new[] { new[] { 10.0, 10, 0 }, [60.0, 10, 120], [30.0, 90, 400] } },
        input = "touch",
    });

    /// <summary>Judges everything that is to be judged.</summary>
    public async Task JudgeAsync(int? digit)
    {
        foreach (var drawing in Snapshot.GetProperty("task").GetProperty("drawings").EnumerateArray())
        {
            using var voted = await SendAsync(
                new { id = NextId(), kind = "vote", round = Round, drawing = drawing.GetProperty("drawing").GetGuid(), digit });
            voted.EnsureSuccessStatusCode();
        }
    }

    public static string NextId() => $"command {Interlocked.Increment(ref _commands)}";

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _following;
        _closing.Dispose();
        http.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            try
            {
                var parser = SseParser.Create(
                    await answer.Content.ReadAsStreamAsync(_closing.Token), (_, data) => JsonSerializer.Deserialize<JsonElement>(data));
                await foreach (var item in parser.EnumerateAsync(_closing.Token))
                    _events.Writer.TryWrite((item.EventType, item.Data));
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
            {
                // The test closes it, or the server has gone.
            }

            _events.Writer.Complete();
        }
    }
}
