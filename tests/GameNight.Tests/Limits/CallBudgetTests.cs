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

    [Theory]
    [InlineData("versions")]
    [InlineData("active")]
    [InlineData("activations")]
    public async Task Versions_CostALookIntoTheRegistry(string list)
    {
        var player = _server.NewPlayer();
        Assert.Equal(HttpStatusCode.OK, (await player.GetAsync($"/api/algorithms/mnist-mlp/{list}")).StatusCode);
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await player.GetAsync($"/api/algorithms/nobody/{list}"));
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, await player.GetAsync($"/api/algorithms/mnist-mlp/{list}"));
        // What can't be an id is told without a look.
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await player.GetAsync($"/api/algorithms/No.Body/{list}"));
        Assert.Equal(HttpStatusCode.OK, (await _server.NewHost().GetAsync($"/api/algorithms/mnist-mlp/{list}")).StatusCode);
    }

    [Fact]
    public async Task ModelFile_CostsItsSize_AndNothingToWhomHasIt()
    {
        const string file = "/models/mnist-cnn/1/model.onnx";
        var browser = _server.NewPlayer();
        var first = await browser.GetAsync(file);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(file)).StatusCode);
        var refused = await browser.GetAsync(file);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Null(refused.Headers.CacheControl);

        using var again = new HttpRequestMessage(HttpMethod.Get, file);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var known = await browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(first.Headers.ETag, known.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl, known.Headers.CacheControl);
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
