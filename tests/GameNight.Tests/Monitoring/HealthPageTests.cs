using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Monitoring;

public sealed class HealthPageTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public async Task Page_OfTheHost_ShowsEveryPartWhoPlaysAndTheLastErrors()
    {
        using var host = server.NewPlayer();
        await host.GetAsync(server.HostLink);
        server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test")
            .Log(LogLevel.Error, default, "The <test> went wrong", exception: null, (message, _) => message);

        var page = await host.GetStringAsync("/models/health");

        foreach (var part in (string[])["Drawings", "Waiting to be sent", "Models", "Trainer", "Memory", "Disk", "All is well."])
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains("MNIST CNN: version", page, StringComparison.Ordinal);
        Assert.Contains("The &lt;test&gt; went wrong", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnybodyElse_ShowsNothing()
    {
        using var player = server.NewPlayer();
        var page = await player.GetStringAsync("/models/health");
        Assert.Contains("Only the host sees this", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Memory", page, StringComparison.Ordinal);
    }
}
