/** Names that are found wherever they stand; the rest is found by cues and capitals (find-names.ts). All in lower case. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** First names. One that is an English word too counts only with a capital or after a cue. */
export const FIRST_NAMES = list(`
  aaliyah aaron abby abdul abdullah abigail abraham ada adam adela adele adrian adriana adriane agatha agnes agustin
  ahmed aidan aiden aileen aisha akira alan alana alba albert alejandra alejandro alejo alessandra alex alexa
  alexander alexandra alexis alfonso alfred alfredo ali alice alicia alison alistair allan allen allison alma alonso
  alphonse alvin alyson alyssa amanda amara amari amaya amber ambrose amelia amina amir amit amos amy ana anastasia
  anders anderson andre andrea andrei andres andrew andy angel angela angelica angelina angie anil anissa anita ann
  anna anne annette annie ansel anthony antoine antoinette anton antonio anya april araceli archie ariana ariel arjun
  arlene arlo armando arnav arnold art arthur arthuro arturo asha ashley ashlyn astrid athena aubrey audrey august
  augusta aurelia aurora austin autumn ava avery ayesha aziz bailey barbara barney barry bartholomew basil beatrice
  beatrix beatriz beau becky belinda bella ben benedict benito benjamin benny bernadette bernard bernice bernie bertha
  bessie beth bethany betsy bettina betty beverly bianca bill birgit bjorn blake blanca bob bobby bonita bonnie boris
  boyd brad braden bradley brady brandi brandon brandy brenda brendan brent brett brian brianna brianne bridget
  brigitte britney brittany brook brooke bruce bryan bryant bryce burt byron caden caitlin caitlyn caleb calista
  callum calvin camden cameron camila camille candace carina carl carla carlos carlton carmela carmelo carmen carol
  carole caroline carolyn carrie carson carter cary casey cassandra cassie catherine cathleen cathy cecilia cedric
  celeste celia celine cesar chad chaim chance chandra chantal charlene charles charlie charlotte chase chelsea
  chelsey cherry cheryl chester chiara chip chloe chris christa christian christina christine christoph christopher
  christy chuck ciara cicely cindy claire clara clarence clarissa claude claudia clay clayton clement clementine cleo
  cliff clifford clint clinton clive clyde cody cole colin colleen concepcion connie connor conrad constance consuelo
  cooper cora cordelia corey corinne cornelius cortez courtney craig cristian cristina cruz crystal curtis cynthia
  cyrus dahlia daisy dakota dale dalia damian damien damon dan dana danica daniel danielle danilo danny dante daphne
  darcy daria darius darla darlene darnell darrell darren darrin darryl dave david davina dawn dawson dean deandre
  deanna deanne deb debbie deborah debra declan deepak deirdre delia delilah della delores delphine demetrius denis
  denise dennis derek derrick desiree desmond devin devon dewey dexter diana diane diego dimitri dimitrios dina dion
  dirk dmitri dolores domenico domingo dominic dominique don donald donato donna donovan dora doreen doris dorothy
  dottie doug douglas drake drew duane duncan dustin dusty dwayne dwight dylan earl easton ebony eddie edgar edith
  edna eduard eduardo edward edwin effie efrain egon eileen eitan elaina elaine elba eleanor eleanora elena eleonora
  eli eliana elias elijah elinor elisa elisabeth elise eliseo elizabeth ella ellen ellie elliot elmer eloise elsa
  elsbeth elsie elton elvira elvis emerson emil emile emilia emilio emily emma emmanuel emmett enid enrique enzo
  ephraim eric erica erick erik erika erin ernest ernestine ernesto ernie erwin esme esmeralda esperanza esteban
  estela estelle esther ethan ethel etta eugene eugenia eunice eva evan evangeline evelina evelyn everett ezekiel ezra
  fabian faisal faith farah fatima fay faye federico felicia felipe felix ferdinand fernando fidel fiona fletcher
  flora florence florian floyd frances francesca francine francis francisco franco frank frankie franklin franz fred
  freda freddie frederick freya frieda fritz gabby gabriel gabriela gabrielle gail galina gareth garrett gary gaston
  gavin gemma gene genevieve geoff geoffrey george georgia georgina gerald geraldine gerard gerry gertrude gianna
  gideon gil gilbert gilda gina ginger ginny giorgio giovanni giselle giuseppe gladys glen glenda glenn gloria goran
  gordon grace gracie graciela graeme grant grayson greg gregory greta gretchen griselda guadalupe gudrun guillermo
  gunther gustavo guy gwen gwendolyn hakim hamza hana hank hannah hans harlan harley harold harriet harris harrison
  harry haruto harvey hasan hassan hattie hayden hazel heath heather hector heidi helen helena henrietta henrik henry
  herbert herman herminia hernan hilda hillary hiram hiroshi hollis holly hope horace hortensia howard hubert hugo
  humberto hunter huong ian ibrahim ida idris ignacio ila ilana ilona ilya imani imran ina indira ines inga ingeborg
  ingrid inigo irene iris irma isaac isabel isabella isabelle isadora isaiah isla ismael isolde itzel ivan ivana
  ivette ivy izabella jacinta jack jackie jackson jacob jacqueline jacquelyn jacques jada jade jaden jadwiga jaime
  jairo jake jamal james jamie jan jane janelle janet janette janice janie janine janis jared jasmine jason jasper
  javier javon jaxon jay jayden jayne jean jeanette jeanne jeannie jeannine jeb jed jeff jeffrey jemima jen jenna
  jennifer jenny jerald jeremiah jeremias jeremy jeri jermaine jerome jerry jess jesse jessica jessie jessy jewel jill
  jillian jim jimmy jing joachim joan joann joanna joanne joao joaquim joaquin jocasta jocelyn jodi jody joe joel joey
  johan johann johanna johannes john johnny jon jonah jonas jonathan joni jordan jordyn jorge jose josef josefa
  josefina joseph josephine josh joshua josiah josie josue joy joyce juan juana juanita judah judd jude judith judson
  judy julia julian juliana julie julienne juliet julio julius june jurgen justin kai kaitlyn kaleb kamal kareem
  kareena karen kari karim karin karina karl karla karsten kasey kate kathe katherine kathi kathleen kathryn kathy
  katie katja katrina katya kaya kayden kayla keanu keegan keely keiko keisha keith kelli kelly kelsey kelvin ken
  kendra kenji kenneth kenny kermit kerry kevin khadija khalid kiana kiara kieran kim kimberly kiran kirby kirk
  kirsten kitty klara klaus kofi konrad konstantin krishna krista kristen kristian kristie kristin kristina kristofer
  kristy krystal kumar kurt kwame kyle kylie kyra lachlan lakisha lakshmi lamar lane lara larissa larry lars lashonda
  laszlo latasha latisha latoya laura lauren laurence laurie lavinia lavonne layla leah leandro leanna leanne lee
  leigh leila leilani leland lemuel lena leo leon leona leonard leonardo leonid leonor leopold leroy leslie lester
  leticia levi lewis liam lidia lila lilian liliana lillian lilly lily linda lindsay lindsey linus lisa lisbeth liz
  liza lizzie lloyd logan lois lola lonnie loren lorena lorenzo loretta lori lorraine lottie louis louisa louise
  lourdes luca lucas lucia lucian luciana lucien lucille lucinda lucy ludwig luigi luis luisa luke lupe luz lydia lyle
  lyman lyndsey lynette lynn lynne mabel mackenzie maddie maddox madeline madelyn madison mae magda magdalena maggie
  magnus mahmoud mahmud maia malachi malcolm malia malik malika mallory mamie mandeep mandy manfred manuel manuela
  marc marcel marcela marcella marcelo marcia marcin marco marcos marcus margaret margarete margarita margie margo
  margot marguerite maria mariah mariam marian mariana marianne mariano maribel maribeth marie marika marilyn marina
  mario marion marisa marisol marissa marius marjorie marjory mark marla marlene marsha marshall marta martha martin
  martina marty marvin mary maryam maryann masha mason massimo mateo mathew mathias matilda matt matteo matthew
  matthias mattie maud maude maureen maurice mauricio mauro mavis max maxine may maya mckenna megan mehmet melanie
  melinda melissa melody melvin mercedes mercy meredith merle mia micah michael michaela micheal michele michelle
  miguel mika mikael mikaela mike mikhail mila milan mildred milena miles milo milton mindy minh minnie miranda
  mireille miriam mirjam mitch mitchell mohamed mohammad mohammed moira moises molly mona monica monique mordecai
  morgan morris moses moshe muhammad muriel murray mustafa myles myra myron myrtle nadia nadine nadya nancy naoki
  naomi narendra nasir natalia natalie natalya natasha nate nathan nathaniel navin ned neha neil nell nellie nelly
  nelson nestor nettie nevaeh neville ngoc nicholas nick nicola nicolas nicole nicolette nicolo niels nigel nikhil
  nikki nils nina nita noah noel noelia noelle noemi nolan noor nora noreen norm norma norman octavia octavio odette
  olaf oleg oleksandr olena olga olive oliver olivia olivier omar omari opal orlando orville oscar osvaldo otis otto
  owen pablo paige paloma pam pamala pamela paolo parker pascal pascual pat patrice patricia patrick patsy patti patty
  paul paula paulette pauline pauly pavel payton pearl pedro peggy penelope penny percy perry pete peter petra peyton
  phil philip philippa phillip phillipa phoebe phyllis pia pierce pierre piotr piper polly prakash pranav preeti
  preston priscilla priya quentin quincy quinn rachael rachel rafael rafaela raheem rahul raj raja rajesh ralph ramesh
  ramiro ramon ramona rana randall randy raquel rashad rashid raul ravi ravinder ray raymond reba rebecca reece reed
  regan reggie regina reginald reid reina reinhard rekha remy rena renata rene renee reuben rex reyna rhea rhiannon
  rhonda rhys ricardo rich richard rick rickey ricky rigoberto riley rita rivka rob robert roberta roberto robin robyn
  rocco rochelle rocio rocky rod roderick rodney rodrigo rogelio roger rohan roisin roland rolf roman romeo ron ronald
  ronnie rosa rosalie rosalind rosalinda rosalyn rosanne roscoe rose roseann rosemarie rosemary rosie roslyn ross
  rowan rowena roxana roxanne roy ruben ruby rudy rufus rupert russell rusty ruth ruthie ryan ryder sabrina sadie
  saeed sage salim sally salma salvador salvatore sam samantha samir samira sammy samuel sandra sandy sanjay sanjeev
  santiago santos sara sarah sarai sasha saskia sathish saturnino saul saundra savannah sawyer scarlett scott sean
  sebastian selena selma serena sergei sergio serina seth shameka shane shanelle shania shanice shannon shantel shari
  sharon sharonda shaun shauna shawn shayla shea sheena sheila shelby sheldon shelly sheri sherman sherri sherry
  sheryl shirley shreya shruti sidney siegfried sienna sierra sigrid silas silvia simon simona simone sinead siobhan
  skip skyler sofia soledad solomon sondra sonia sonya sophia sophie soren spencer stacey stacy stan stanley stefan
  stefania stefano stella stephan stephanie stephany stephen sterling steve steven stew stewart stuart sue summer
  sundar sunita suresh susan susanna susie suzanne suzette sven svetlana sybil sydney sylvester sylvia tabitha takeshi
  talia tamara tami tamika tammy tania tanisha tanner tanya tara tariq taryn tasha tatiana tatum taylor ted terence
  teresa teresita teri terrance terrence terri terry tess tessa thaddeus thea thelma theo theodora theodore theresa
  thomas thorsten tia tiana tiara tiffany tim timothy tina tobias toby todd tom tomas tomasz tommie tommy toni tonia
  tony tonya torsten tracey traci tracie tracy travis travon tremaine trent trenton trevor trey tricia trina trisha
  tristan troy trudy tuan twila tyler tyra tyree tyrell tyrone tyson ulrich ulrike umberto ursula valentina valeria
  valerie valery vanessa vanya vasiliy vaughn velma vera vern verna vernice vernon veronica vicki vickie vicky victor
  victoria vijay vijaya vikki vikram vincent vincenzo vinny viola violet virgie virgil virginia vito vivian vivienne
  vladimir wade walker wallace walter wanda ward warren wayne wendell wendy wesley wilbur wilfred wilhelm wilhelmina
  will willa willard william willie willis willow wilma wilson winifred winnie winona winston wojciech wolfgang woody
  xander xavier ximena xiomara yael yana yannick yaritza yasir yasmin yasmine yesenia yolanda yong yoshiko yuki yuri
  yusuf yves yvette yvonne zach zachariah zachary zahra zainab zane zara zelda zelma zena zev zion zoe zofia zola zora
  zuri
`);

/** Surnames that people write small. */
export const SURNAMES = list(`
  abbott abrams acevedo ackerman adams adeyemi agarwal aguilar akhtar almeida alvarez amato anand andrews armstrong
  arroyo ashworth atkinson avila ayala barnes bauer bautista becker benitez bennett berger bernstein bhatt blackwell
  blanchard boudreaux bowen bowman bradford bradshaw brennan brewster briggs bui burgess burke burnett byrne calderon
  caldwell callahan campbell cardenas carlisle carlson carmichael carroll castaneda castillo castro cervantes chang
  chaudhry chavez chen choi chowdhury christensen chu clarke clements cochran cohen coleman collins contreras conway
  cordova cortes cummings cunningham dalton dang dasgupta davies davis dejesus delacruz delaney delgado desai devine
  diallo diaz dinh dixon dominguez donnelly dougherty doyle driscoll dubois dudley duffy dunn duong duran edwards
  elliott ellis enriquez erickson erikson escobar espinoza esposito estrada evans farrell ferguson fernandes fernandez
  ferrari finley fischer fitzgerald fleming flores flynn forsythe friedman fuentes galindo gallagher galloway garcia
  garza gibson godfrey goldberg gomez gonzaga gonzales gonzalez goodwin graham greenberg greenwood greer griffin
  griffith guerrero gupta gutierrez guzman hamilton hammond hansen harper harrington hartman hawkins haynes heller
  henderson hendricks hensley hernandez herrera higgins hodges hoffman holloway hopkins horton houston howe huang
  hubbard huerta hughes humphrey hurley hussain hussein hutchinson huynh ibarra ingram iyer jacobs jacobson jankowski
  jefferson jenkins jennings jensen jimenez johnson johnston jones joshi juarez kaminski kapoor katz kaur keller kemp
  kendall kennedy kessler khan khanna klein koch kovacs kowalski kozlowski kramer krueger kruger lambert larsen larson
  leblanc levine levy lindqvist lombardi lopez lowery lucero lund lynch macdonald macias mahoney maldonado malone
  marquez martinez mcbride mccall mccarthy mccormick mccoy mcdaniel mcdonald mcgee mcguire mcintyre mckenzie mckinney
  mclaughlin mcmahon mcmillan mcneil medina mehta melendez mendes mendez mendoza menon mercado meyer meyers molina
  monroe montoya morales moreno morrison morrow mueller mukherjee munoz murphy nair nakamura navarro newton nguyen
  nichols nielsen novak nowak obrien ochoa oconnell oconnor odonnell okafor okeke olsen olson oneal oneill orozco
  ortega ortiz osborne oshea ospina owens pacheco padilla papadopoulos paredes parikh patel patterson payne pearson
  peralta perez perkins petersen peterson petrov pham phillips pineda ponce pruitt quintana quintero rahman ramirez
  ramos rangel rao rasmussen reddy reyes reynolds richards richardson rios rivas rivera robbins roberts robertson
  robinson rodgers rodriguez rogers rojas romero rosario rosenberg rosenthal rossi roth rowland ruiz russo salas
  salazar salinas sanchez sanders sandoval saunders schaefer schmidt schneider schroeder schultz schwartz sepulveda
  serrano shaffer shah shapiro sharma sheppard silva simmons simpson sinclair singh smith snyder sokolov solis
  sorensen soto stafford stein stephens stephenson stevens stevenson strickland suarez sullivan sutton suzuki swanson
  szymanski takahashi tanaka tapia tate tavares thompson thornton torres tran trevino trujillo truong tucker underwood
  valdez valencia vargas vasquez vega velasquez velazquez velez villanueva villarreal wagner walsh walters walton
  washington watkins watson watts weber weinstein weiss werner whitaker wiggins wilkins wilkinson williams williamson
  wong wozniak xu yadav yamamoto yang yu zamora zapata zavala zhang zimmerman zuniga
`);
