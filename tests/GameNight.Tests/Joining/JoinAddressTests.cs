using System.Net;
using GameNight.Configuration;
using GameNight.Joining;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;

namespace GameNight.Tests.Joining;

public sealed class JoinAddressTests
{
    private const string Here = "http://localhost:5080/";

    [Theory]
    [InlineData("http://0.0.0.0:5080", "http://192.168.1.20:5080/")]
    [InlineData("http://[::]:5080", "http://192.168.1.20:5080/")]
    [InlineData("https://*:5443", "https://192.168.1.20:5443/")]
    [InlineData("http://+:80", "http://192.168.1.20/")]
    [InlineData("http://192.168.7.7:5080", "http://192.168.7.7:5080/")]
    [InlineData("http://localhost:5080", null)]
    [InlineData("http://127.0.0.1:5080", null)]
    public void Find_OnThisMachinesScreen_IsWhereTheServerListens(string listening, string? expected) =>
        Assert.Equal(expected, Create(listening).Find(new Uri(Here))?.ToString());

    [Fact]
    public void Find_ListensHereAndEverywhere_IsNeverLocalhost() => Assert.Equal(
        "http://192.168.1.20:8080/", Create("http://localhost:5080", "http://0.0.0.0:8080").Find(new Uri(Here))?.ToString());

    [Fact]
    public void Find_AScreenElsewhere_IsTheAddressThatWorkedThere() => Assert.Equal(
        "https://game.example/", Create("http://0.0.0.0:5080").Find(new Uri("https://game.example/charts/projector"))?.ToString());

    [Fact]
    public void Find_SaidByTheHost_IsThat() => Assert.Equal(
        "https://game.example/",
        new JoinAddress(new JoinOptions(new Uri("https://game.example")), null, Networks).Find(new Uri(Here))?.ToString());

    [Fact]
    public void Find_MachineWithoutANetwork_IsNone()
    {
        using var server = new ListeningServer(["http://0.0.0.0:5080"]);
        Assert.Null(new JoinAddress(new JoinOptions(null), server, () => []).Find(new Uri(Here)));
    }

    /// <summary>The wall shows the address without a path, so one with a path would lead whoever types it elsewhere.</summary>
    [Theory]
    [InlineData("https://game.example", true)]
    [InlineData("http://192.168.1.20:5080/", true)]
    [InlineData("https://example.org/game", false)]
    [InlineData("https://game.example/?night=1", false)]
    [InlineData("https://game.example/#play", false)]
    [InlineData("game.example", false)]
    public void Read_AnAddress_TakesOneWithoutAPath(string address, bool isTaken)
    {
        var settings = new SettingsReader(new ConfigurationBuilder()
            .AddInMemoryCollection([new("GameNight:JoinAddress", address)]).Build());
        Assert.Equal(isTaken, JoinOptions.Read(settings).Address is not null);
        if (isTaken)
            return;
        var error = Assert.Throws<InvalidSettingsException>(settings.Finish);
        Assert.Contains("expected an address without a path, such as http://192.168.1.20:5080", error.Message, StringComparison.Ordinal);
    }

    private static JoinAddress Create(params string[] listening) =>
        new(new JoinOptions(null), new ListeningServer(listening), Networks);

    private static IEnumerable<LanAddress> Networks() => [new(IPAddress.Parse("192.168.1.20"), HasGateway: true)];

    /// <summary>Says where it listens.</summary>
    private sealed class ListeningServer : IServer
    {
        public ListeningServer(string[] addresses)
        {
            var feature = new ServerAddressesFeature();
            foreach (var address in addresses)
                feature.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(feature);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public void Dispose()
        {
        }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
