using System.Net;
using GameNight.Configuration;
using GameNight.Drawing.Strokes;
using GameNight.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Limits;

public sealed class IntakeTests
{
    private static readonly Ink Long = Ink.FromStrokes(
        [[.. Enumerable.Range(0, InkThinning.MaxStored).Select(i => new double[] { i, i % 7, i })]]);

    [Fact]
    public void Admit_MoreThanAHandCanDraw_IsRefusedToThatPlayerAlone()
    {
        var intake = Intake(new LimitOptions { PlaysPerMinute = 3 });
        for (var i = 0; i < 3; i++)
            intake.Admit(null, "ann", ink: null);
        var refused = Assert.Throws<NotKeptException>(() => intake.Admit(null, "ann", ink: null));
        Assert.Equal(StatusCodes.Status429TooManyRequests, refused.Status);
        Assert.Contains("you can play on", refused.Message, StringComparison.Ordinal);
        intake.Admit(null, "bob", ink: null);
        intake.AdmitByHost();
    }

    [Fact]
    public void Admit_MoreThanADayHolds_IsRefused()
    {
        // A drawing with all points that are stored takes about 48 KB.
        var intake = Intake(new LimitOptions { MegabytesPerDay = 1 });
        for (var i = 0; i < 20; i++)
            intake.Admit(null, "ann", Long);
        Assert.Contains("1 MB", Assert.Throws<NotKeptException>(() => intake.Admit(null, "ann", Long)).Message, StringComparison.Ordinal);
        intake.Admit(null, "bob", Long);
    }

    [Fact]
    public void Admit_OnADiskThatIsNearlyFull_IsRefusedToEverybody()
    {
        var intake = Intake(new LimitOptions { FreeDiskMegabytes = int.MaxValue });
        Assert.Equal(
            StatusCodes.Status507InsufficientStorage, Assert.Throws<NotKeptException>(() => intake.AdmitByHost()).Status);
    }

    /// <summary>A player costs nothing: one is given to whoever has no cookie.</summary>
    [Fact]
    public void Admit_MadeUpPlayersOfOneAddress_AreRefusedTogether()
    {
        var intake = Intake(new LimitOptions { MegabytesPerAddress = 1 });
        for (var i = 0; i < 20; i++)
            intake.Admit("10.0.0.1", $"nobody {i}", Long);
        Assert.Throws<NotKeptException>(() => intake.Admit("10.0.0.1", "another", Long));
        intake.Admit("10.0.0.2", "ann", Long);
    }

    [Fact]
    public void Admit_OnADiskThatCannotBeAsked_IsLeftToTheStore() => new Intake(
        new PlayQuota(new LimitOptions()),
        new DiskFloor(
            new GameFolders("/nowhere/at/all", "/nowhere/at/all"), new LimitOptions(), TimeProvider.System, NullLogger<DiskFloor>.Instance))
        .AdmitByHost();

    /// <summary>A person draws at most about two digits a second, and never for a minute on end.</summary>
    [Fact]
    public void Admit_APersonInAHurry_MeetsNoLimit()
    {
        var intake = Intake(new LimitOptions());
        for (var i = 0; i < 120; i++)
            intake.Admit(null, "ann", Long);
    }

    /// <summary>Forty people behind one address, a drawing of 3 KB a second each, for six hours.</summary>
    [Fact]
    public void TakeFrom_APartyOfForty_MeetsNoLimit()
    {
        using var quota = new PlayQuota(new LimitOptions());
        for (var i = 0; i < 40 * 6 * 3600; i++)
            quota.TakeFrom("10.0.0.1", 3 * 1024);
    }

    [Fact]
    public async Task Observe_MoreThanIsKept_IsRefusedInWords()
    {
        var server = GameServer.With("--GameNight:Limits:PlaysPerMinute=1");
        await server.InitializeAsync();
        try
        {
            var player = server.NewPlayer();
            Assert.Equal(HttpStatusCode.Created, (await PlayAsync(player)).StatusCode);
            var problem = await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, await PlayAsync(player));
            Assert.Contains("isn’t kept", problem.Detail, StringComparison.Ordinal);
            // Guesses go on.
            Assert.Equal(HttpStatusCode.OK, (await player.PostAsync(
                "/api/algorithms/mnist-mlp/predictions", SampleDrawings.Json($$"""{"strokes":{{SampleDrawings.Seven}}}"""))).StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }

        static Task<HttpResponseMessage> PlayAsync(HttpClient player) =>
            player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven));
    }

    private static Intake Intake(LimitOptions options) => new(
        new PlayQuota(options),
        new DiskFloor(
            new GameFolders(Path.GetTempPath(), Path.GetTempPath()), options, TimeProvider.System, NullLogger<DiskFloor>.Instance));
}
