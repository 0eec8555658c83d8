using Microsoft.Playwright;

namespace GameNight.BrowserTests.Pages;

/// <summary>Reads a QR code off a picture of the screen, as the camera of a phone does.</summary>
internal static class QrReader
{
    private const string Read = """
        async picture => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext('2d');
          pen.drawImage(image, 0, 0);
          return jsQR(pen.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data ?? null;
        }
        """;

    /// <returns>The text of the code; null where there is none that can be read.</returns>
    public static async Task<string?> ReadQrAsync(this IPage page)
    {
        var picture = Convert.ToBase64String(await page.ScreenshotAsync());
        // On a page of its own, where no policy of the game forbids the reader's script.
        var reader = await page.Context.NewPageAsync();
        try
        {
            await reader.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "jsQR.js") });
            return await reader.EvaluateAsync<string?>(Read, picture);
        }
        finally
        {
            await reader.CloseAsync();
        }
    }
}
