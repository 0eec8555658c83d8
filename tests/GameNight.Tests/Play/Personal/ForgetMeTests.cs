using Bunit;
using GameNight.Identity.Access;
using GameNight.Play.Personal;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play.Personal;

public sealed class ForgetMeTests() : PlayPageContext(("mnist-cnn", 3))
{
    [Fact]
    public void Button_NotInteractiveYet_CannotBePressed()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Assert.True(Render<ForgetMe>().Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Forget_StoreFails_LogsWhatFailed()
    {
        using var log = Services.AddLogRecorder();
        Services.AddSingleton<IDocumentStore>(new FailingDocuments());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var button = Render<ForgetMe>(
            button => button.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann")))));
        await button.Find("button").ClickAsync();
        Assert.Contains("not everything was forgotten", button.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Error: A player could not be forgotten The documents are gone.", log.Lines);
    }
}
