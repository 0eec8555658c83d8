using System.Net.Http.Headers;
using GameNight.Hosting;
using GameNight.Identity.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests;

/// <summary>The game on a free port, with a temporary data folder.</summary>
public sealed class GameServer : IAsyncLifetime
{
    public const string HostToken = "a-token-for-tests";

    private readonly string[] _settings;
    private WebApplication? _app;

    public GameServer() : this([])
    {
    }

    private GameServer(string[] settings) => _settings = settings;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public IReadOnlyList<Endpoint> Endpoints => _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>The link that the server prints at its start.</summary>
    public string HostLink => _app!.Services.GetRequiredService<HostLink>().PathAndQuery;

    /// <summary>A server with settings such as <c>--GameNight:Training:Enabled=false</c>, which the caller starts and disposes.</summary>
    public static GameServer With(params string[] settings) => new(settings);

    /// <summary>A client with its own cookies, which is another player.</summary>
    public HttpClient NewPlayer() => new() { BaseAddress = Address };

    /// <summary>A client with the host's token.</summary>
    public HttpClient NewHost()
    {
        var host = NewPlayer();
        host.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostToken);
        return host;
    }

    public async Task InitializeAsync()
    {
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={DataFolder}", $"--GameNight:Host:Token={HostToken}",
            "--GameNight:TimeZone=UTC", .. _settings,
        ];
        _app = Server.Build(settings);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            // To be disposed of is not to be stopped: services would still work while their folder is taken away.
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Directory.Delete(DataFolder, recursive: true);
    }
}
