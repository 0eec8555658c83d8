using Bunit;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Identity.Names;

public sealed class NicknameFormTests : BunitContext
{
    [Fact]
    public async Task Form_StoreFails_LogsWhatFailed()
    {
        using var log = Services.AddLogRecorder();
        Services.AddSingleton(new Nicknames(new FailingDocuments(), TimeProvider.System, NullLogger<Nicknames>.Instance));
        var form = Render<NicknameForm>(
            form => form.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann")))));
        Assert.Equal("Error: The nicknames could not be read or changed The documents are gone.", Assert.Single(log.Lines));
        await form.Find("input").InputAsync("Ann");
        await form.Find("form").SubmitAsync();
        Assert.Equal(2, log.Lines.Count);
    }
}
