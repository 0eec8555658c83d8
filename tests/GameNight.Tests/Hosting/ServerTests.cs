using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Configuration;
using GameNight.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace GameNight.Tests.Hosting;

public sealed class ServerTests(GameServer server) : IClassFixture<GameServer>
{
    /// <summary>Hides the region that the environment of the tests may name.</summary>
    private static readonly string[] NoDefaultRegion = ["--AWS_REGION=", "--AWS_DEFAULT_REGION="];

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_Running_IsOk(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await server.NewPlayer().GetAsync(path)).StatusCode);

    [Fact]
    public async Task Ready_DatabaseAway_IsDegradedAndCountsThePlayThatWaits()
    {
        var away = GameServer.With("--GameNight:Store:Provider=DynamoDb", "--GameNight:Store:DynamoDb:ServiceUrl=http://127.0.0.1:1");
        // It was here before, and so knows the keys of its players.
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(away.DataFolder, "keys"))).CreateProtector("a test").Protect("");
        await away.InitializeAsync();
        try
        {
            using var player = away.NewPlayer();
            var play = SampleDrawings.Json($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}}}""");
            Assert.Equal(HttpStatusCode.Created, (await player.PostAsync("/api/observations", play)).StatusCode);
            var response = await player.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            var (backlog, refused) = (answer.GetProperty("backlog").GetInt32(), answer.GetProperty("refused").GetInt32());
            Assert.Equal(("Degraded", 1, 0), (answer.GetProperty("status").GetString(), backlog, refused));
        }
        finally
        {
            await away.DisposeAsync();
        }
    }

    [Fact]
    public async Task Api_UnknownPath_IsNotFound() =>
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await server.NewPlayer().GetAsync("/api/nothing"));

    [Fact]
    public async Task Api_WrongMethod_IsNotAllowed() =>
        await Problem.ExpectAsync(HttpStatusCode.MethodNotAllowed, await server.NewPlayer().DeleteAsync("/api/algorithms"));

    [Fact]
    public async Task HostLink_WrongKey_IsRefused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await server.NewPlayer().GetAsync("/host?key=guess")).StatusCode);

    [Fact]
    public async Task HostLink_OpenedTwice_WorksOnce()
    {
        var link = server.HostLink;
        using var host = server.NewPlayer();
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.NewPlayer().GetAsync(link)).StatusCode);
        var named = SampleDrawings.Json($$"""{"algorithm":"mnist-cnn","player":"ada","strokes":{{SampleDrawings.One}}}""");
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/api/observations", named)).StatusCode);
    }

    [Fact]
    public void Settings_OfABucket_AreAllNamed()
    {
        var message = Assert.Throws<InvalidSettingsException>(() => ReadAlone(
        [
            "--GameNight:Registry:Provider=S3", "--GameNight:Registry:S3:ServiceUrl=nowhere",
            "--GameNight:Registry:S3:ForcePathStyle=maybe", "--GameNight:Registry:S3:Buckt=models",
            "--GameNight:Registry:PollSeconds=0", "--GameNight:Registry:S3:ChecksumsWhenRequired=1", .. NoDefaultRegion,
        ])).Message;
        string[] expected =
        [
            "S3:ServiceUrl", "S3:ForcePathStyle", "S3:Buckt", "PollSeconds", "S3:ChecksumsWhenRequired", "S3:Bucket is missing",
            "S3:Region is missing",
        ];
        foreach (var key in expected)
            Assert.Contains($"GameNight:Registry:{key}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_OfATable_AreAllNamed()
    {
        var message = Assert.Throws<InvalidSettingsException>(() => ReadAlone(
        [
            "--GameNight:Store:Provider=DynamoDb", "--GameNight:Store:DynamoDb:TableName=a table",
            "--GameNight:Store:DynamoDb:ServiceUrl=nowhere", "--GameNight:Store:DynamoDb:Regn=eu-central-1", .. NoDefaultRegion,
        ])).Message;
        foreach (var key in new[] { "TableName", "ServiceUrl", "Regn", "Region is missing" })
            Assert.Contains($"GameNight:Store:DynamoDb:{key}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Entenhausen")]
    [InlineData("GMT+25")]
    [InlineData("")]
    public void Settings_UnknownTimeZone_IsNamed(string zone)
    {
        var message = Assert.Throws<InvalidSettingsException>(() => Server.Build([$"--GameNight:TimeZone={zone}"])).Message;
        var expected = $"GameNight:TimeZone is \"{zone}\"; expected a time zone of this machine such as ";
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_SeveralWrong_AreAllNamed()
    {
        var message = Assert.Throws<InvalidSettingsException>(() => Server.Build(
        [
            "--GameNight:Store:Provider=Paper", "--GameNight:Host:Token=fifteen-letters", "--GameNight:DataFoldr=/tmp",
            "--GameNight:Api:RequestsPerMinute=many",
        ])).Message;
        Assert.Contains("GameNight:Store:Provider", message, StringComparison.Ordinal);
        Assert.Contains("GameNight:Host:Token", message, StringComparison.Ordinal);
        Assert.Contains("GameNight:Api:RequestsPerMinute", message, StringComparison.Ordinal);
        Assert.Contains("GameNight:DataFoldr", message, StringComparison.Ordinal);
    }

    /// <summary>Reads settings without those of the environment, which may name a region.</summary>
    private static GameOptions ReadAlone(string[] settings) =>
        GameOptions.Read(new ConfigurationBuilder().AddCommandLine(settings).Build());
}
