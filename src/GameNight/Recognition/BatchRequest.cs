using System.ComponentModel;
using GameNight.Drawing;

namespace GameNight.Recognition;

public sealed record BatchRequest(
    [property: Description("1 to 1,000 drawings, each as for a single prediction.")] IReadOnlyList<DrawingRequest?>? Drawings);
