using System.Net;
using System.Net.Http.Json;

namespace GameNight.Tests.Limits;

public sealed class CallBudgetTests : IAsyncLifetime
{
    private const string Single = "/api/algorithms/mnist-mlp/predictions";
    private const string Batch = Single + "/batch";

    private readonly GameServer _server = GameServer.With("--GameNight:Limits:DrawingsPerMinute=20");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Batch_CostsItsDrawings()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostBatchAsync(_server.NewPlayer(), 18)).StatusCode);
        // Of another player at the same address, too.
        var refused = await PostBatchAsync(_server.NewPlayer(), 18);
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await PostBatchAsync(_server.NewHost(), 18)).StatusCode);
    }

    [Fact]
    public async Task Batch_AsLargeAsTheBudget_IsTaken() =>
        Assert.Equal(HttpStatusCode.OK, (await PostBatchAsync(_server.NewPlayer(), 20)).StatusCode);

    /// <summary>What is refused after it was read has cost its time all the same.</summary>
    [Fact]
    public async Task Picture_ThatIsBlank_CostsItsPixels()
    {
        var player = _server.NewPlayer();
        var blank = new { png = LargePicture.Of(1024, hasBar: false) };
        await Problem.ExpectAsync(HttpStatusCode.UnprocessableEntity, await player.PostAsJsonAsync(Single, blank));
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, await player.PostAsJsonAsync(Single, blank));
    }

    [Fact]
    public async Task Picture_CostsItsPixels()
    {
        // 512 × 512 pixels cost four drawings, and the call one.
        var player = _server.NewPlayer();
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.OK, (await PostPictureAsync(player, 512)).StatusCode);
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, await PostPictureAsync(player, 512));
    }

    [Fact]
    public async Task Batch_ManyLargePictures_IsRefusedBeforeTheyAreRead()
    {
        var png = LargePicture.Of(1024);
        var drawings = Enumerable.Repeat(new { png }, 9);
        var refused = await _server.NewHost().PostAsJsonAsync(Batch, new { drawings });
        await Problem.ExpectFieldAsync("drawings[8].png", refused);
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    private static Task<HttpResponseMessage> PostBatchAsync(HttpClient client, int drawings)
    {
        var all = string.Join(",", Enumerable.Repeat($$"""{"strokes":{{SampleDrawings.Seven}}}""", drawings));
        return client.PostAsync(Batch, SampleDrawings.Json($$"""{"drawings":[{{all}}]}"""));
    }

    private static Task<HttpResponseMessage> PostPictureAsync(HttpClient client, int side) =>
        client.PostAsJsonAsync(Single, new { png = LargePicture.Of(side) });
}
