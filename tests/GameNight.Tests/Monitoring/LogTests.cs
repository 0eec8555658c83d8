using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Observations.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace GameNight.Tests.Monitoring;

/// <summary>What the log says as JSON, and what it never says.</summary>
public sealed class LogTests : IAsyncLifetime, IDisposable
{
    private readonly GameServer _server = GameServer.With(
        "--GameNight:Logs:Json=true", "--Logging:LogLevel:Default=Debug", "--GameNight:Training:NewMarks=0");

    private JsonLog _log = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _log = new JsonLog(_server.Services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == "json"));
        _server.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Log_OfAPlayAnImportAndWrongTokens_IsJsonAndNamesNoSecretAndNobody()
    {
        var link = _server.HostLink;
        using var handler = new HttpClientHandler();
        using var browser = new HttpClient(handler) { BaseAddress = _server.Address };
        var played = await browser.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven));
        var id = (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var player = (await _server.Services.GetRequiredService<IObservationStore>().FindAsync(id, default))!.Player;
        await browser.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json("""{"label":7}"""));
        await browser.GetAsync("/");
        await browser.GetAsync("/health/ready");
        await browser.GetAsync($"{link}x");
        await browser.GetAsync(link);
        await browser.GetAsync(link);
        await browser.DeleteAsync("/api/players/me");
        using var wrong = _server.NewPlayer();
        wrong.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a-token-that-is-wrong");
        await wrong.GetAsync("/api/observations");
        await wrong.GetAsync("/api/algorithms");
        await wrong.GetAsync("/metrics");
        using var host = _server.NewHost();
        await host.PostAsync("/api/observations", SampleDrawings.Json(
            $$"""{"algorithm":"mnist-cnn","player":"ann-of-the-test","strokes":{{SampleDrawings.One}}}"""));
        await host.PostAsync(
            "/api/observations", SampleDrawings.Json("""{"algorithm":"nobody","player":"ann-of-the-test","strokes":[[[1,2"""));
        await host.DeleteAsync("/api/players/ann-of-the-test");
        await host.PostAsync("/api/training-runs", SampleDrawings.Json("{}"));
        await Eventually.TrueAsync(() => _log.Lines.Any(line => line.Contains("The training of", StringComparison.Ordinal)));

        var lines = _log.Lines;

        Assert.Equal("json", _server.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue.FormatterName);
        Assert.All(lines, line => JsonDocument.Parse(line).RootElement.GetProperty("Timestamp").GetDateTimeOffset());
        var cookies = handler.CookieContainer.GetAllCookies().Select(cookie => cookie.Value).ToList();
        Assert.NotEmpty(cookies);
        foreach (var secret in (string[])
        [
            GameServer.HostToken, "a-token-that-is-wrong", link, link.Split('/', '=')[^1], "ann-of-the-test", "127.0.0.1", player,
            .. cookies,
        ])
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    /// <summary>Writes what is logged with the console's own formatter.</summary>
    private sealed class JsonLog(ConsoleFormatter formatter) : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> format)
        {
            using var text = new StringWriter();
            formatter.Write(new LogEntry<TState>(logLevel, "test", eventId, state, exception, format), scopeProvider: null, text);
            _lines.Enqueue(text.ToString());
        }

        public void Dispose()
        {
        }
    }
}
