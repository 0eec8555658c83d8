using System.Net;
using System.Text;

namespace GameNight.Tests.Hosting;

/// <summary>What a caller reads of a request that the framework cannot bind to a call.</summary>
public sealed class ProblemTests(GameServer server) : IClassFixture<GameServer>
{
    private const string Predictions = "/api/algorithms/mnist-cnn/predictions";
    private const string WrongKind = "That's not the kind of value that belongs here.";

    [Theory]
    [InlineData(" ", "body", "This isn't JSON: The input does not contain any JSON tokens.*")]
    [InlineData("null", "body", "A JSON body is needed.")]
    [InlineData("[]", "body", WrongKind)]
    [InlineData("""{"strokes":[[[1,""", "strokes", "This isn't JSON: Expected start of a property name or value*")]
    [InlineData("""{"strokes":"x"}""", "strokes", WrongKind)]
    [InlineData("""{"strokes":[[["1",1]]]}""", "strokes[0][0][0]", WrongKind)]
    [InlineData("""{"strokes":[],"strokes":[]}""", "strokes", "This field is given twice.")]
    [InlineData("""{"strokes":[],"Strokes":[]}""", "Strokes", "This field is given twice.")]
    public async Task Body_ThatCannotBeRead_NamesTheField(string body, string field, string message) =>
        await ExpectAsync(field, message, await server.NewPlayer().PostAsync(Predictions, SampleDrawings.Json(body)));

    [Fact]
    public async Task Body_WithAFieldThatTheCallDoesNotTake_NamesIt()
    {
        using var host = server.NewHost();
        var refused = await host.PostAsync("/api/training-runs", SampleDrawings.Json("""{"algoritm":"mnist-cnn"}"""));
        await ExpectAsync("algoritm", "There is no such field.", refused);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("0x10")]
    [InlineData("%2310")]
    [InlineData("%26h10")]
    public async Task Query_ThatIsNoNumber_NamesTheParameter(string limit)
    {
        using var host = server.NewHost();
        await ExpectAsync("limit", WrongKind, await host.GetAsync($"/api/observations?limit={limit}"));
    }

    [Fact]
    public async Task Body_InAnUnknownCharacterSet_IsRefusedAsATypeOfContent()
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(SampleDrawings.Seven));
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=klingon");
        var refused = await Problem.ExpectAsync(HttpStatusCode.UnsupportedMediaType, await server.NewPlayer().PostAsync(Predictions, body));
        Assert.Equal("Send JSON in UTF-8.", refused.Detail);
    }

    private static async Task ExpectAsync(string field, string message, HttpResponseMessage response)
    {
        var problem = await Problem.ExpectAsync(HttpStatusCode.BadRequest, response);
        var (named, words) = Assert.Single(problem.Errors!);
        Assert.Equal(field, named);
        Assert.StartsWith(message.TrimEnd('*'), Assert.Single(words), StringComparison.Ordinal);
        Assert.Equal($"{field}: {words[0]}", problem.Detail);
    }
}
