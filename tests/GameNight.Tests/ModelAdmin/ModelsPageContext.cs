using AngleSharp.Dom;
using Bunit;
using Bunit.Rendering;
using GameNight.Identity.Access;
using GameNight.ModelAdmin;
using GameNight.Tests.Play;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Tests.ModelAdmin;

/// <summary>Renders the Models page with three algorithms, one of which is damaged.</summary>
public abstract class ModelsPageContext : PlayPageContext
{
    private protected ModelsPageContext() : base(("mnist-cnn", 3), ("mnist-mlp", 8), ("broken", null))
    {
    }

    private protected new IRenderedComponent<ModelsPage> Open() => OpenAs(null);

    private protected IRenderedComponent<ModelsPage> OpenAsHost() => OpenAs(Players.HostRole);

    private IRenderedComponent<ModelsPage> OpenAs(string? role)
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = Render<ModelsPage>(
            page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann", role)))));
        page.WaitForElement("table, [role=alert]");
        return page;
    }

    /// <summary>The row of a version, such as <c>Stencil, MNIST-CNN Version 2</c>.</summary>
    private protected static IElement Row(IRenderedComponent<ModelsPage> page, string name) =>
        page.FindAll("tr").Single(row => row.Children.FirstOrDefault(cell => cell.Matches("th[scope=row]")) is { } header
            && Name(header) == name);

    private protected static string Name(IElement header) => header.GetAttribute("aria-label") ?? Words(header);

    private protected static Task PressAsync(IRenderedComponent<ModelsPage> page, string row, string button) =>
        PressAsync(page, () => Row(page, row), button);

    /// <summary>
    /// Presses a button. The page may be rendered between finding the button and pressing it, so an outdated one is looked for again.
    /// </summary>
    private protected static Task PressAsync(IRenderedComponent<ModelsPage> page, Func<IElement> part, string button) =>
        Eventually.TrueAsync(async () =>
        {
            try
            {
                await page.InvokeAsync(
                    () => part().QuerySelectorAll("button").Single(candidate => Words(candidate) == button).ClickAsync());
                return true;
            }
            catch (UnknownEventHandlerIdException)
            {
                page.Render();
                return false;
            }
        }, $"{button} can be pressed");

    private protected static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
