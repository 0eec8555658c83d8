using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GameNight.Benchmarks.Endurance.Circuits;

/// <summary>
/// An open page without a browser: loads it, opens its circuit, answers what the server asks of the browser, and takes what is rendered.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _calls = new();
    private readonly Action<RenderedBatch>? _rendered;
    private Task _receiving = Task.CompletedTask;
    private Timer? _pings;
    private long _renderer;
    private int _lastCall;
    private int _lastObject;

    private Circuit(Action<RenderedBatch>? rendered) => _rendered = rendered;

    /// <summary>The object of the server that a script is given by <c>attach</c>: of the play page, the pad. 0 before.</summary>
    public long Attached { get; private set; }

    /// <summary>Ends when the circuit does, with an exception where the server ended it.</summary>
    public Task Ended => _receiving;

    /// <summary>Loads a page and opens its circuit.</summary>
    /// <param name="browser">Its cookies and its address.</param>
    /// <param name="path">The page.</param>
    /// <param name="rendered">Is called with each change of the page, one after the other.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="HttpRequestException">The page is refused.</exception>
    /// <exception cref="WebSocketException">The circuit is refused.</exception>
    public static async Task<Circuit> OpenAsync(
        HttpClient browser, string path, Action<RenderedBatch>? rendered, CancellationToken cancellation)
    {
        var html = await LoadAsync(browser, path, cancellation);
        var game = browser.BaseAddress!;
        var circuit = new Circuit(rendered);
        try
        {
            circuit._socket.Options.SetRequestHeader("Origin", game.GetLeftPart(UriPartial.Authority));
            await circuit._socket.ConnectAsync(new UriBuilder(game) { Scheme = "ws", Path = "/_blazor" }.Uri, browser, cancellation);
            await circuit.SendAsync(BlazorPack.Handshake);
            circuit._receiving = circuit.ReceiveAsync();
            circuit._pings = new Timer(_ => circuit.SendLater(BlazorPack.Ping), null, PingInterval, PingInterval);
            await circuit.StartAsync(game, path, html).WaitAsync(cancellation);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls an object of the server, as a script does, and returns when the server has answered.</summary>
    /// <param name="target">The object's number.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments as a JSON array.</param>
    /// <exception cref="InvalidOperationException">The method has failed.</exception>
    public Task InvokeAsync(long target, string method, string arguments)
    {
        var id = $"{Interlocked.Increment(ref _lastCall)}";
        return AskAsync(id, () => BlazorPack.Call(null, "BeginInvokeDotNetFromJS", id, null, method, target, arguments));
    }

    /// <summary>Presses a button, and returns when the server has handled it to the end.</summary>
    /// <param name="handler">
    /// Tells the button's handler at the moment when the press is sent. A handler that was replaced is good until the server hears that
    /// the page has the new one, and this page, unlike a browser, takes what is rendered while a press is on its way.
    /// </param>
    /// <exception cref="InvalidOperationException">The page has failed, or has no such handler.</exception>
    public Task ClickAsync(Func<long> handler)
    {
        var id = $"{Interlocked.Increment(ref _lastCall)}";
        return AskAsync(id, () => BlazorPack.Call(
            null, "BeginInvokeDotNetFromJS", id, null, "DispatchEventAsync", _renderer,
            $$"""[{"eventHandlerId":{{handler()}},"eventName":"click"},{"type":"click","detail":1}]"""));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_pings is not null)
            await _pings.DisposeAsync();
        await ((Task)_receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    /// <summary>A browser says that it wants a page; only then it is given a cookie.</summary>
    private static async Task<string> LoadAsync(HttpClient browser, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { new("text/html") } } };
        using var page = await browser.SendAsync(request, cancellation);
        page.EnsureSuccessStatusCode();
        return await page.Content.ReadAsStringAsync(cancellation);
    }

    private async Task StartAsync(Uri game, string path, string html)
    {
        await AskAsync("start", () => BlazorPack.Call("start", "StartCircuit", game.ToString(), new Uri(game, path).ToString(), "[]", ""));
        var operations = Markers().Matches(html).Select((marker, number) =>
            $$"""{"type":"add","ssrComponentId":{{number + 1}},"marker":{{marker.Groups[1].Value}}}""");
        await SendAsync(BlazorPack.Call(
            null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""",
            State().Match(html).Groups[1].Value));
    }

    private async Task AskAsync(string id, Func<byte[]> message)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = answered;
        await SendAsync(message);
        await await Task.WhenAny(answered.Task, _receiving);
    }

    private async Task ReceiveAsync()
    {
        var (buffer, frame, isGreeted) = (new byte[1 << 16], new MemoryStream(), false);
        while (!_closing.IsCancellationRequested)
        {
            frame.SetLength(0);
            ValueWebSocketReceiveResult read;
            do
            {
                read = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
                await frame.WriteAsync(buffer.AsMemory(0, read.Count), _closing.Token);
            }
            while (!read.EndOfMessage);
            if (read.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException($"The server has closed the circuit: {_socket.CloseStatusDescription}");
            var bytes = frame.GetBuffer().AsMemory(0, (int)frame.Length);
            if (!isGreeted)
                (bytes, isGreeted) = (bytes[(bytes.Span.IndexOf((byte)0x1E) + 1)..], true);
            foreach (var message in BlazorPack.Read(bytes.Span))
                await HandleAsync(message);
        }
    }

    private async Task HandleAsync(object?[] message)
    {
        switch (message)
        {
            case [BlazorPack.Completion, _, string id, var kind, ..]:
                // 1 is an error; a circuit that is not wanted has no id.
                if (_calls.TryRemove(id, out var started))
                    Complete(started, kind is not 1L, message.Length > 4 ? message[4]?.ToString() : null);
                break;
            case [BlazorPack.Close, ..]:
                throw new WebSocketException($"The server has closed the circuit: {message.ElementAtOrDefault(1)}");
            case [BlazorPack.Invocation, _, _, "JS.EndInvokeDotNet", object?[] and [string id, var succeeded, var result, ..], ..]:
                if (_calls.TryRemove(id, out var call))
                    Complete(call, succeeded is true, result?.ToString());
                break;
            case [BlazorPack.Invocation, _, _, "JS.RenderBatch", object?[] and [long number, byte[] batch, ..], ..]:
                if (_rendered is not null)
                    _rendered(new RenderedBatch(batch));
                await SendAsync(BlazorPack.Call(null, "OnRenderCompleted", number, null));
                break;
            case [BlazorPack.Invocation, _, _, "JS.BeginInvokeJS", object?[] and [long task, string function, var given, long kind, ..],
                ..]:
                await AnswerAsync(task, function, given as string ?? "[]", kind);
                break;
            case [BlazorPack.Invocation, _, _, "JS.Error", object?[] and [var error, ..], ..]:
                throw new WebSocketException($"The circuit has failed: {error}");
        }
    }

    /// <summary>Answers as a browser would that knows nothing yet: null, and an object where one is wanted.</summary>
    private async Task AnswerAsync(long task, string function, string arguments, long kind)
    {
        if (function == "Blazor._internal.attachWebRendererInterop")
            _renderer = ObjectIn(arguments);
        else if (function == "attach")
            Attached = ObjectIn(arguments);
        var result = kind == 1 ? $$"""{"__jsObjectId":{{++_lastObject}}}""" : "null";
        if (task != 0)
            await SendAsync(BlazorPack.Call(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,{result}]"));
    }

    private static void Complete(TaskCompletionSource call, bool succeeded, string? result)
    {
        if (succeeded)
            call.TrySetResult();
        else
            call.TrySetException(new InvalidOperationException($"The page has failed: {result}"));
    }

    /// <summary>0 where there is none.</summary>
    private static long ObjectIn(string arguments) => JsonDocument.Parse(arguments).RootElement.EnumerateArray()
        .Select(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty("__dotNetObject", out var id) ? id.GetInt64() : 0)
        .FirstOrDefault(id => id != 0);

    /// <summary>A connection that is gone is noticed by the one who receives.</summary>
    private void SendLater(byte[] message) => _ = SendAsync(message).ContinueWith(sent => sent.Exception, TaskScheduler.Default);

    private Task SendAsync(byte[] message) => SendAsync(() => message);

    private async Task SendAsync(Func<byte[]> message)
    {
        await _sending.WaitAsync(_closing.Token);
        try
        {
            await _socket.SendAsync(message(), WebSocketMessageType.Binary, endOfMessage: true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{[^>]*\"descriptor\"[^>]*\\})-->")]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([^-]*)-->")]
    private static partial Regex State();
}
