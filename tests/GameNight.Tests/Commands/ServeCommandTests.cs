using System.CommandLine;
using GameNight.Commands;
using GameNight.Configuration;

namespace GameNight.Tests.Commands;

public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("--url http://127.0.0.1:0", "--url")]
    [InlineData("--GameNight:DataFolder=/tmp --port=5 -x", "--port=5")]
    public async Task Serve_UnknownSetting_IsNamed(string settings, string named)
    {
        var refused = await Assert.ThrowsAsync<InvalidSettingsException>(() =>
            ServeCommand.Create().Parse(settings).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_UnknownVerb_Fails() =>
        Assert.Equal(1, await ServeCommand.Attach(new RootCommand()).Parse("evalute").InvokeAsync());
}
