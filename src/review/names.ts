/** Names that are found wherever they stand; the rest is found by cues and capitals (find-names.ts). All in lower case. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/**
 * First names; among them those of @faker-js/faker (MIT) that could be taken for a slip. One that is an English word too
 * counts only with a capital or after a cue.
 */
export const FIRST_NAMES = list(`
  aaliyah aaron aasha abani abbey abbie abby abdul abdullah abena abigail abner abraham ada adaline adam addie addison
  adela adele adell adrain adrian adriana adriane agatha aglae agnes agustin ahmad ahmed aidan aiden aileen aimee
  aisha akira alade alan alana alba albert albin albina alden aleen alejandra alejandro alejo alena alene alessandra
  alex alexa alexander alexandra alexane alexis alfonso alford alfred alfreda alfredo ali alice alicia alisa alison
  alistair alize allan allen allene allie allison ally alma alonso alphonse alton alvin alyson alyssa amanda amara
  amari amarnath amaya ambar amber ambrose amelia amely amina aminu amir amish amit amos amy ana anais anala anastasia
  anders anderson andre andrea andrei andres andrew andy angel angela angelica angelina angelo angie angus anibal anil
  anish anissa anita ankal ann anna anne annette annie ansel anthony antoine antoinette anton antone antonio antony
  antwan antwon anya april araceli archie arden arely ariadna ariana ariane ariel arjun arlene arlo armand armando
  arnav arnold art arthur arthuro arturo aruna arvel arvid asha ashlee ashley ashly ashlyn ashton astrid athena aubrey
  audie audra audrey august augusta aurelia aurora austin autumn ava avery awesi ayesha aziz bailee bailey banji
  barbara barney barrett barry bartholomew barton basil baylee beatrice beatrix beatriz beau becky belinda bella belle
  ben benedict benito benjamin benny bernadette bernard bernice bernie berta bertha beryl bessie beth bethany betsy
  bette bettie bettina betty beverly bhaves bianca bill billie billy birdie birgit bjorn blair blaise blake blanca
  blanche bob bobbie bobby bonita bonnie boris boyd brad braden bradley bradly brady brandi brando brandon brandt
  brandy brandyn brannon branson brant brenda brendan brent brett brian brianna brianne brice bridget bridie brigitte
  brisa britney brittany brock brody brook brooke brooks bruce bryan bryant bryce bulah burley burnice burt byron
  caden caitlin caitlyn caleb calista callie callum calvin camden cameron camila camille candace candice candido carey
  carina carl carla carlee carley carli carlie carlo carlos carlton carmel carmela carmelo carmen carol carole
  caroline carolyn carrie carson carter cary casey casper cassandra cassie caterina catherine cathleen cathy cecilia
  cedric celeste celestine celia celine cesar chad chaim chaitan chance chandra chanel chantal chapal charlene charles
  charley charlie charlotte chase chasity chaten chelsea chelsey cherry cheryl chester chiara chip chloe chris christa
  christian christina christine christoph christopher christy chuck chyna ciara cicely cierra cindy clair claire clara
  clare clarence clarissa clark claud claude claudia clay clayton clemens clement clemente clementine cleo cleta cleve
  cliff clifford clint clinton clive clovis cloyd clyde cody cole colin colins colleen collin colten colton concepcion
  conner connie connor conor conrad constance consuelo cooper cora cordelia cordell cordia cordie corey corine corinne
  cornelius cornell cortez courtney craig crawford creola cristal cristian cristina cruz crystal crystel cullen curt
  curtis cynthia cyrus dahlia daisy dakota dale dalia dameon damian damien damion damon dan dana dandre dangelo danial
  danica daniel danielle danilo danny dante daphne darby darcy daren daria darien darin darius darla darlene darnell
  daron darrel darrell darren darrick darrin darrion darryl datta dave david davin davina dawn dawson dayton dean
  deandre deanna deanne deb debbie deborah debra declan dedrick deepak deepan deepesh deion deirdre dejon delia
  delilah dell della delores delphine demetrius demond denis denise dennis deonte derek derick deron derrick desiree
  desmond destany destin destinee destiney destini devan deven devin devon devonte dewey dexter dhara diana diane
  diego dimitri dimitrios dina dinesh dion dirk divjot divya dixie dmitri dolores domenick domenico domingo dominic
  dominique don donald donato donna donny donovan dora doreen doris dorothy dorthy dottie doug douglas dovie drake
  drew drona duane dulce duncan dustin dusty dwayne dwight dylan earl earline easter easton ebony eddie edgar edith
  edna eduard eduardo edward edwin effie efrain egon eileen eitan elaina elaine elba eldon eleanor eleanora electa
  elena eleonora eli eliana elias elijah elinor elisa elisabeth elise eliseo elizabeth ella ellen ellie elliot
  ellsworth elmer elmira elmore elody eloise elsa elsbeth elsie elton elvira elvis elwin elyse emely emerson emery
  emil emile emilia emilio emily emma emmanuel emmett emory enid enoch enola enrico enrique enzo ephraim eric erica
  erich erick erik erika erin erling ernest ernestine ernesto ernie erwin esme esmeralda esperanza esteban estel
  estela estelle ester esther ethan ethel etta eugene eugenia eunice eva evan evangeline evelina eveline evelyn
  everett evert ewell ezekiel ezra fabian faisal faith fannie farah fatima favian fay faye federico felicia felicita
  felicity felipe felix felton ferdinand fermin fern fernando ferne fidel fiona fleta fletcher flora florence florian
  florine floyd forrest frances francesca francine francis francisco franco frank frankie franklin franz fred
  freda freddie frederick freeda freya frida frieda friedrich fritz furman gabby gabriel gabriela gabrielle gail
  galina gardner gareth garland garnet garnett garrett garrison garry garth gary gaston gatik gavin gayle gemine gemma
  gene geneva genevieve geoff geoffrey george georgia georgina gerald geraldine gerard gerda germaine gerry gerson
  gertrude gianna gideon gifty gil gilbert gilda giles gina ginger ginny giorgio giovanni girish giselle giuseppe
  gladys glen glenda glenn gloria golda gopal goran gordon grace gracie graciela grady graeme grant grayce grayson
  greg gregory greta gretchen griselda grover guadalupe gudrun guido guillermo gunnar gunner gunther gustavo guy gwen
  gwendolyn hailee hailey hakim haley halie halle hamza hana hank hanna hannah hans harit harlan harley harmon harold
  harriet harris harrison harry haruto harvey hasan hassan hassie hattie hayden haylee haylie hazel hazle heath
  heather heber hector heidi helen helena helmer henrietta henrik henry herbert herman herminia hernan herta hester
  hettie hilbert hilda hillary hiram hiroshi hobart holden hollie hollis holly homero hope horace hortensia hosea
  howard howell hubert hugo hulda humberto hunter huong hyman ian ibrahim ida idell idris ignacio ila ilana ilona ilya
  imani imran ina inder indira indra ines inga ingeborg ingrid inigo irene iris irma irving isaac isabel isabella
  isabelle isadora isaiah isla ismael isolde itzel ivan ivana ivette ivy izabella jacinta jack jackie jackson jacky
  jacob jacqueline jacquelyn jacques jada jade jaden jadesola jadon jadwiga jagdeep jagdish jagmeet jaiden jaime jairo
  jake jalon jamal jamel james jamie jamil jan jane janelle janet janette janice janie janine janis jared jaron jarred
  jarret jarrod jasmin jasmine jason jasper javas javier javon jaxon jay jayde jayden jaydon jayne jayson jean
  jeanette jeanne jeannie jeannine jeb jed jeff jeffrey jemima jen jenna jennifer jenny jerald jerel jeremiah jeremias
  jeremy jeri jermaine jermey jerome jerry jess jesse jessica jessie jessy jesus jettie jewel jewell jill jillian jim
  jimmie jimmy jing joachim joan joann joanna joanne joao joaquim joaquin jocasta jocelyn jodi jody joe joel joey
  johan johann johanna johannes john johnny jon jonah jonas jonathan joni jordan jordon jordy jordyn jorge jose josef
  josefa josefina joseph josephine josh joshua josiah josie josue joy joyce juan juana juanita judah judd jude judith
  judson judy jules julia julian juliana julianne julie julienne juliet julio julius june jurgen justen justin justine
  kaden kai kaitlyn kaleb kaley kamal kanak kanti karan kareem kareena karen kari karim karin karina karine karl karla
  karley karson karsten kasey kate kathe katherine kathi kathleen kathryn kathy katie katja katrina katrine katya kaya
  kayden kayla kaylin keanu keegan keeley keely keiko keisha keith kelli kelly kelsey kelvin ken kendra kenji kenna
  kennedi kenneth kenny kenton kenyon kermit kerry keven kevin khadija khalid kiana kiara kieran kim kimberly kiran
  kirby kirk kirsten kitty klara klaus kofi konrad konstantin korey krishna krista kristen kristian kristie kristin
  kristina kristine kristofer kristy krystal kumar kurt kwame kyle kylie kyra lacey lachlan lacy lakisha lakshmi lamar
  lamont lance landen lane laney lara larissa laron larry lars larue lashonda laszlo latasha latisha latoya laura
  lauren laurence laurie laurine lavern lavinia lavonne lawson laxman layla layne leah leandro leann leanna leanne lee
  leigh leila leilani leland lemuel lena lenna lenny leo leon leona leonard leonardo leone leonid leonie leonor
  leopold leroy leslie lessie lester letha leticia levi lewis lexus liam libby lidia lila lilia lilian liliana lilla
  lillian lillie lilly lily linda lindsay lindsey linnea linus lisa lisbeth litzy liz liza lizzie lloyd logan lois
  lola lonie lonnie lonny loraine loren lorena lorenzo loretta lori lorine lorna lorraine lottie louie louis louisa
  louise lourdes lowell luca lucas lucia lucian luciana lucie lucien lucille lucinda lucio lucious lucy ludwig luigi
  luis luisa luke lupe luther luz lydia lyle lyman lyndsey lynette lynn lynne mabel mable macey macie mackenzie maddie
  maddox madeline madelyn madge madie madison mae maeve magda magdalena maggie magnus mahmoud mahmud maia maida
  makenzie malachi malcolm malia malik malika mallory malti mamie mandeep mandy manfred mangala manik manley manoj
  manuel manuela marc marcel marcela marcella marcelo marcia marcin marco marcos marcus margaret margarete margarita
  marge margie margo margot marguerite maria mariah mariam marian mariana mariane marianne mariano maribel maribeth
  marie marika marilyn marina mario marion marisa marisol marissa marius marjorie marjory mark markus marla marlee
  marlen marlene marley marlin marlon marques marsha marshall marta martha martin martina martine marty marut marvin
  mary maryam maryann masha mason massimo mateo mathew mathias matias matilda matt matteo matthew matthias mattie maud
  maude maureen maurice mauricio maurine mauro maverick mavis max maxie maxime maximo maximus maxine maxwell may maya
  maybell maybelle mayoor mayte mazie mckenna megan meggie mehmet melanie melinda melissa melody melvin mercedes mercy
  meredith merle merlin mia micah michael michaela micheal michele michelle miguel mika mikael mikaela mike mikel
  mikhail mila milan mildred milena miles milford millie milo milton mindy minh minnie miranda mireille mireya miriam
  mirjam mitch mitchell modesta modesto mohamed mohammad mohammed mohan moira moises mollie molly mona monica monique
  monte monty mordecai morgan morris morton moses moshe mossie muhammad muriel murray mustafa myles myra myriam myrna
  myron myrtie myrtle nadia nadine nadya nancy nanda nannie naoki naomi narendra nasir natalia natalie natalya natasha
  nate nathan nathaniel navin nawal ned neha neil nell nelle nellie nelly nelson nestor nettie nevaeh neville newell
  ngoc nicholas nick nicola nicolas nicole nicolette nicolo niels nigel nikhil nikki nils nimit nina nita noah noel
  noelia noelle noemi nolan noor nora noreen norm norma norman norval norwood nova oceane octavia octavio odell odette
  olaf oleg oleksandr olena olga olive oliver olivia olivier ollie omar omari onome opal ophelia orion orlando orpha
  orval orville oscar osvaldo otis ottis otto owen pablo paige palma paloma pam pamala pamela paolo param parker
  pascal pascual pat patrice patricia patrick patsy patti pattie patty paul paula paulette pauline pauly pavel payton
  pearl pearlie pearline pedro peggie peggy penelope penny percy perry pete peter petra peyton phil philip philippa
  phillip phillipa phoebe phyllis pia pierce pierre pilar piotr piper polly prakash pranav preeti preity preston
  priscilla priya providenci quentin quincy quinn quinten rachael rachel rafael rafaela raheem rahul raina raj raja
  rajan rajesh rakesh ralph ramesh ramiro ramon ramona rana randal randall randi randy raquel rashad rashid raul raven
  ravi ravinder ray raymond reba rebecca reece reed reese regan reggie regina reginald reid reilly reina reinhard
  reinhold rekha remy rena renata rene renee retta reuben rex reyna rhea rhiannon rhonda rhys ricardo rich richard
  rick rickey ricky rigoberto riley rita ritesh rivka rob robert roberta roberto robin robyn rocco rochelle rocio
  rocky rod roderick rodger rodney rodrick rodrigo rogelio roger rohan roisin roland rolf rollin roman romeo ron
  ronald ronnie ronny rosa rosalie rosalind rosalinda rosalyn rosanna rosanne roscoe rose roseann rosella rosemarie
  rosemary rosetta rosie rosina roslyn ross rowan rowena roxana roxanne roy ruben rubie ruby rubye rudy rufus rupert
  russel russell rusty ruth ruthie ryan ryder sabrina sadie saeed sage saige salim sallie sally salma salvador
  salvatore sam samantha samir samira sammy samson samuel sandra sandy sanjay sanjeev sanka santiago santos sara sarah
  sarai sarina sasha saskia sathish saturnino satyen saul saundra savanna savannah sawyer scarlett scott scotty seamus
  sean sebastian selena selma selmer serena serenity sergei sergio serina seth shameka shana shane shanelle shania
  shanice shannon shanny shantel shanti shany sharda shari sharon sharonda shaun shauna shawn shayla shea sheena
  sheila shelby sheldon shelley shelly shemar sheri sherman sherri sherry sheryl shirley shreya shruti shwet sibyl
  sidney siegfried sienna sierra sigrid silas silvia simon simona simone sinead siobhan sitara skip skylar skyler
  smita sname sofia soledad solomon solon sondra sonia sonny sonya sophia sophie soren spencer stacey stacy stan
  stanley stefan stefania stefano stella stephan stephanie stephany stephen stephon sterling steve steven stew stewart
  stuart subhash sucheta sue suman summer sundar sunita suresh susan susanna sushil susie suzanne suzette sven
  svetlana swapnil swara sweta sybil syble sydney sylvan sylvester sylvia tabitha takeshi talia talon tamara tami
  tamika tammy tania tanisha tanner tanya tapan tara tariq taryn tasha tatiana tatum taylor ted tejas telly terence
  teresa teresita teri terrance terrence terri terry tess tessa thaddeus thea thelma theo theodora theodore theresa
  therese theron thomas thora thorsten tia tiana tiara tierra tiffany tillman tim timmy timothy tina titus tobias
  tobin toby todd tom tomas tomasa tomasz tommie tommy toney toni tonia tony tonya torey torsten tracey traci tracie
  tracy travis travon tremaine trent trenton tressa trevor trey tricia trina trinity trisha tristan troy trudie trudy
  trycia tuan twila tyler tyra tyree tyrel tyrell tyrone tyson ulices ulrich ulrike umberto ursula valentin valentina
  valentine valeria valerie valery vance vanessa vanya vasiliy vaughn velda vella velma velva vera vergie verlie vern
  verna verner vernice vernon veronica vesta vicki vickie vicky victor victoria vidal vijay vijaya vikki vikram vilma
  vimal vince vincent vincenzo vinny viola violet virgie virgil virginia vito vivian vivienne vladimir wade waino
  walker wallace walter wanda ward warren wayne wellington wendell wendy wesley wilber wilbert wilbur wiley wilfred
  wilhelm wilhelmina will willa willard william willie willis willow willy wilma wilmer wilson winfield winifred
  winnie winona winston wojciech wolfgang woodrow woody wyatt wyman xander xavier ximena xiomara yael yana yannick
  yaritza yasir yasmin yasmine yesenia yolanda yong yoshiko yuki yuri yusuf yves yvette yvonne zach zachariah zachary
  zahra zainab zander zane zara zaria zelda zella zelma zena zetta zev zion zoe zofia zola zora zuri
`);

/** Surnames that people write small. */
export const SURNAMES = list(`
  abbott abrams acevedo ackerman acuna adame adams adeyemi adorno agarwal aguilar akhtar aleman almeida alvarez amato
  anand andrews antwi aragon arana arellano arenas arias armas armstrong arora arroyo asare ashworth atkinson avila
  ayala bahringer balderas banda barela barnes barrera barrios bartell batista bauch bauer bautista beatty becker
  beier bello beltran benitez bennett berge berger bernal bernstein berrios bhatt blackwell blanchard blanco blanda
  blick boahen boaten boateng bogan bonsu boudreaux bowen bowman boyer boyle bradford bradshaw brakus braun bravo
  brekke brennan brewster briggs bruen buckridge bui burgess burgos burke burnett bustos byrne caban cadena calderon
  caldwell callahan campbell campos canales cantu cardenas carlisle carlson carmichael carreon carrion carroll
  cartwright casas cassin castaneda castellanos castillo castro cedillo centeno cervantes chang chapa chaudhry chavez
  chen chibike choi chopra chowdhury christensen chu cintron clarke clements cochran cohen coleman collier collins
  conroy contreras conway cordova corkery cormier corrales correa cortes cotto cremin crist crona crooks cuellar
  cummings cunningham curiel dalton dang darko darteh dartey dasgupta davies davis dejesus delacruz delaney delao
  delgado desai devar devine diallo diaz dickens dicki dietrich dinh dixon dominguez donkor donnelly dougherty doyle
  driscoll dubois dudley duffy dunn duong duran ebert edwards elliott ellis enriquez erickson erikson ernser escalante
  escobar espinal espinoza esposito estrada evans fadel farias farrell feest ferguson fernandes fernandez ferrari
  ferrer finley fischer fisher fitzgerald flatley fleming flores flynn forsythe frami frias friedman fuentes galindo
  gallagher gallegos galloway galvan gamboa gamez gaona garcia garza gaytan gibson giron glover godfrey godoy goldberg
  goldner gomez gonzaga gonzales gonzalez goodwin graham granado greenberg greenwood greer griego griffin griffith
  grimes guardado guerrero guneta gupta gurule gutierrez guzman hamill hamilton hammes hammond hansen harber harper
  harrington hartman hauck hawkins hayes haynes heathcote heller henderson hendricks hensley hernandez herrera hessel
  hickle higgins hintz hodges hoffman holloway homenick hopkins hoppe horton houston howe huang hubbard huels huerta
  hughes humphrey hurley hurtado hussain hussein hutchinson huynh ibarra ingram ismail iyer jacobs jacobson jankowski
  jasso jefferson jenkins jennings jensen jimenez johnson johnston jones joshi juarez kamat kaminski kapoor karam
  karem katz kaur keebler keeling keller kemp kendall kennedy kessler khan khanna klein kling koch korta kovacs
  kowalski kozlowski kramer krueger kruger kulas kutch laboy lakin lambert larkin larsen larson leannon leblanc ledner
  lehner lemke lemus lerma lesch levine levy limon lindqvist littel lockman lombardi lopez lowery lucero lund lynch
  macdonald macias madera madrigal mahoney maldonado malone mante marin marquez martinez matos mayer mcbride mccall
  mccarthy mccormick mccoy mcdaniel mcdonald mcgee mcguire mcintyre mckenzie mckinney mclaughlin mcmahon mcmillan
  mcneil medina mehta mejia melendez mendes mendez mendoza menon mensa mercado merino mertz mesa meyer meyers mills
  molina monroe montes montoya moore morales morar moreno morrison morrow mueller mukherjee muller munoz murphy nader
  nair nakamura navarro negron newton nguyen nichols nielsen nieves novak nowak nyame obrien ochoa oconnell oconnor
  odonnell okafor okeke olawale olivas olivo olsen olson oneal oneill onose orozco ortega ortiz osborne oshea ospina
  owens pacheco padberg padilla padron pagac pagan pandey panicker papadopoulos paredes parikh parra patel patil
  patino patterson payne pearson perales peralta peres perez perkins petersen peterson petrov pham phillips pilla
  pillai pineda ponce posada pouros prosacco pruitt quartey quinta quintana quintero quiros rahman ramirez ramos
  rangel rao rasmussen ratke raynor reddy regalado reinger rempel rendon renner reyes reynolds richards richardson
  rios rippin rivas rivera rivero robbins robel roberts robertson robinson robles rocha rodgers rodriguez rogers rojas
  rolon romero roque rosales rosario rosas rosenberg rosenthal rossi roth rowland roybal ruelas ruiz runte russo saini
  salas salazar salinas sanches sanchez sanders sandoval sarpong sauceda saucedo sauer saunders schaefer schiller
  schmidt schneider schroeder schultz schwartz senger sepulveda serna serrano shaffer shah shapiro sharma sheppard
  shields silva simmons simpson sinclair singh sipes skiles smith snyder sokolov solis soliz sorensen soria soto
  spinka sporer stafford stamm stark stehr stein stephens stephenson stevens stevenson stokes streich strickland
  suarez sullivan sutton suzuki swanson szymanski tagore takahashi talwar tamez tanaka tandon tapia tate tavares tella
  tellez tello teran thiel thompson thornton tirado torphy torres towne tran trevino trujillo truong tucker underwood
  upton urena urias uribe valdes valdez valencia valle valles vanegas vargas varma varman varrier vasquez vega
  velasquez velazquez velez villa villanueva villareal villarreal wagner walsh walters walton washington watkins
  watson watts weber weinstein weiss welch werner whitaker wiafe wiggins wilderman wilkins wilkinson williams
  williamson willms windler wolff wong wozniak xacon xu yadav yamamoto yanes yang yawson yebra yu yunta zamora zapata
  zarate zavala zhang zimmerman zuniga
`);
